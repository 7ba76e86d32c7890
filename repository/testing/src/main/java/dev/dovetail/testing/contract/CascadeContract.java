package dev.dovetail.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is written together with an entity, and what changes of its associations write. */
public interface CascadeContract extends Library {

    @Test
    default void partsAreInsertedWithTheirOwner() {
        Book book = books().insert(new Book("One", ann()).chapter("a").chapter("b"));
        assertThat(chapters().byPosition()).extracting(Chapter::getTitle).containsExactly("a", "b");
        assertThat(book.getChapters()).extracting(Chapter::getId).doesNotContainNull();
    }

    @Test
    default void partsAreDeletedWithTheirOwner() {
        Book book = books().insert(new Book("One", ann()).chapter("a").chapter("b"));
        books().deleteById(Library.id(book));
        assertThat(chapters().count()).isZero();
        Book other = books().insert(new Book("Two", authors().named("Ann")).chapter("c"));
        books().delete(other);
        assertThat(chapters().count()).isZero();
    }

    @Test
    default void aPartThatIsAddedOrTakenOutIsWrittenAtCommit() {
        Book book = books().insert(new Book("One", ann()).chapter("a").chapter("b"));
        tx().run(() -> {
            Book found = books().withChapters(Library.id(book)).orElseThrow();
            found.getChapters().remove(0);
            found.getChapters().add(new Chapter(found, 3, "c"));
        });
        assertThat(chapters().byPosition()).extracting(Chapter::getTitle).containsExactly("b", "c");
    }

    @Test
    default void aPartAddedToAnUnloadedListIsInserted() {
        Book book = books().insert(new Book("One", ann()).chapter("a"));
        tx().run(() -> {
            Book found = books().findById(Library.id(book)).orElseThrow();
            found.getChapters().add(new Chapter(found, 2, "b"));
        });
        assertThat(chapters().byPosition()).extracting(Chapter::getTitle).containsExactly("a", "b");
    }

    @Test
    default void partsOfADetachedEntityAreUpdatedWithIt() {
        Book book = books().insert(new Book("One", ann()).chapter("a").chapter("b"));
        Book detached = books().withChapters(Library.id(book)).orElseThrow();
        detached.getChapters().remove(0);
        detached.getChapters().add(new Chapter(detached, 3, "c"));
        books().update(detached);
        assertThat(chapters().byPosition()).extracting(Chapter::getTitle).containsExactly("b", "c");
    }

    @Test
    default void aPartThatIsDeletedIsGoneAlsoIfItsOwnerStillHoldsIt() {
        Book book = books().insert(new Book("One", ann()).chapter("a").chapter("b"));
        tx().run(() -> {
            Book found = books().withChapters(Library.id(book)).orElseThrow();
            chapters().delete(found.getChapters().get(0));
            found.setTitle("Changed");
            found.getChapters().add(new Chapter(found, 3, "c"));
        });
        assertThat(chapters().byPosition()).extracting(Chapter::getTitle).containsExactly("b", "c");
        assertThat(books().findById(Library.id(book)).orElseThrow().getTitle()).isEqualTo("Changed");
    }

    @Test
    default void aDetachedPartThatIsDeletedIsGoneAlsoIfItsOwnerStillHoldsIt() {
        Book book = books().insert(new Book("One", ann()).chapter("a").chapter("b"));
        tx().run(() -> {
            Book found = books().withChapters(Library.id(book)).orElseThrow();
            chapters().delete(book.getChapters().get(1));
            chapters()
                    .deleteById(
                            Objects.requireNonNull(found.getChapters().get(0).getId()));
            books().update(found);
        });
        assertThat(chapters().count()).isZero();
    }

    @Test
    default void anOrphanedBiographyIsDeleted() {
        Author author = new Author("Ann");
        author.setBiography(new Biography("first"));
        authors().insert(author);
        tx().run(() -> authors().one(Library.id(author)).setBiography(new Biography("second")));
        assertThat(biographies().findAll())
                .singleElement()
                .extracting(Biography::getText)
                .isEqualTo("second");
        tx().run(() -> authors().one(Library.id(author)).setBiography(null));
        assertThat(biographies().count()).isZero();
    }

    @Test
    default void linksAreWrittenByTheSideThatOwnsThem() {
        Tag x = tags().insert(new Tag("x", null));
        Tag y = tags().insert(new Tag("y", null));
        Book book = new Book("One", ann());
        book.getTags().add(x);
        books().insert(book);
        tx().run(() -> {
            Book found = books().withTags(Library.id(book)).orElseThrow();
            found.getTags().clear();
            found.getTags().add(tags().findById("y").orElseThrow());
        });
        assertThat(tags().withBooks("x").orElseThrow().getBooks()).isEmpty();
        assertThat(tags().withBooks("y").orElseThrow().getBooks()).hasSize(1);
        Book detached = books().withTags(Library.id(book)).orElseThrow();
        detached.getTags().clear();
        assertThat(y.getName()).isEqualTo("y");
        books().update(detached);
        assertThat(tags().withBooks("y").orElseThrow().getBooks()).isEmpty();
    }

    @Test
    default void aReferenceIsChangedByAnyEntityWithTheId() {
        Author ann = ann();
        Author bob = authors().insert(new Author("Bob"));
        Book book = book("One", ann);
        tx().run(() -> books().findById(Library.id(book)).orElseThrow().setAuthor(bob));
        Book found = books().withAuthor(Library.id(book)).orElseThrow();
        assertThat(Objects.requireNonNull(found.getAuthor()).getName()).isEqualTo("Bob");
    }

    @Test
    default void deleteByAConditionDeletesThePartsToo() {
        Author ann = ann();
        books().insert(new Book("One", ann).chapter("a"));
        books().insert(new Book("Two", ann).chapter("b"));
        assertThat(books().removeOf(ann)).isEqualTo(2);
        assertThat(chapters().count()).isZero();
    }

    @Test
    default void partsThatWereTakenOutAreDeletedWithTheirOwner() {
        Book book = books().insert(new Book("One", ann()).chapter("a").chapter("b"));
        tx().run(() -> {
            Book found = books().withChapters(Library.id(book)).orElseThrow();
            found.getChapters().remove(0);
            books().delete(found);
        });
        assertThat(chapters().count()).isZero();
    }

    @Test
    default void aBiographyThatWasReplacedIsDeletedWithItsOwner() {
        Author author = new Author("Ann");
        author.setBiography(new Biography("first"));
        authors().insert(author);
        tx().run(() -> {
            Author found = authors().one(Library.id(author));
            found.setBiography(null);
            authors().delete(found);
        });
        assertThat(biographies().count()).isZero();
    }
}
