package dev.dovetail.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dovetail.core.statement.Statements;
import dev.dovetail.repository.UnloadedAssociationException;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Associations that nobody loaded raise instead of sending statements. */
public interface FetchGuardContract extends Library {

    @Test
    default void anUnloadedCollectionRaisesAndSaysWhatToWrite() {
        Author ann = ann();
        Author found = authors().one(Library.id(ann));
        assertThatExceptionOfType(UnloadedAssociationException.class)
                .isThrownBy(() -> found.getBooks().size())
                .satisfies(failure -> {
                    assertThat(failure.entity()).isEqualTo("Author");
                    assertThat(failure.attribute()).isEqualTo("books");
                    assertThat(failure.id()).isEqualTo(ann.getId());
                    assertThat(failure.code().id()).isEqualTo("DVT-601");
                })
                .withMessageContaining("Author.books")
                .withMessageContaining("@Load(\"books\")")
                .withMessageContaining(".load(selectin(Author_.books))")
                .withMessageContaining("Authors.one");
    }

    @Test
    default void everyUseOfAnUnloadedCollectionRaises() {
        Author ann = ann();
        Tag tag = tags().insert(new Tag("x", null));
        Book book = new Book("One", ann);
        book.getTags().add(tag);
        books().insert(book);
        tx().run(() -> {
            Author author = authors().one(Library.id(ann));
            assertRaises(() -> author.getBooks().isEmpty());
            assertRaises(() -> author.getBooks().iterator());
            assertRaises(() -> author.getBooks().stream().count());
            assertRaises(() -> author.getBooks().contains(book));
            assertRaises(() -> author.getBooks().get(0));
            assertRaises(() -> author.getBooks().remove(book));
            assertRaises(() -> author.getBooks().clear());
            assertRaises(() -> author.getBooks().toString());
            Book found = books().findById(Library.id(book)).orElseThrow();
            assertRaises(() -> found.getTags().add(tag));
            assertRaises(() -> found.getTags().size());
            assertRaises(() -> found.getTags().contains(tag));
        });
    }

    @Test
    default void theGetterAloneDoesNotRaise() {
        Author ann = ann();
        tx().run(() ->
                assertThat((Object) authors().one(Library.id(ann)).getBooks()).isNotNull());
    }

    @Test
    default void addingToAnUnloadedListWhoseOtherSideOwnsItDoesNotRaise() {
        Author ann = ann();
        tx().run(() -> {
            Author author = authors().one(Library.id(ann));
            Book book = new Book("One", author);
            author.getBooks().add(book);
            books().insert(book);
        });
        assertThat(books().of(ann)).hasSize(1);
    }

    @Test
    default void anUnloadedEntityGivesItsIdAndRaisesForTheRest() {
        Author ann = ann();
        Book book = book("One", ann);
        tx().run(() -> {
            Author author = author(books().findById(Library.id(book)).orElseThrow());
            assertThat(author.getId()).isEqualTo(ann.getId());
            assertThatExceptionOfType(UnloadedAssociationException.class)
                    .isThrownBy(author::getName)
                    .satisfies(failure -> {
                        assertThat(failure.entity()).isEqualTo("Book");
                        assertThat(failure.attribute()).isEqualTo("author");
                        assertThat(failure.id()).isEqualTo(book.getId());
                    });
            assertThat(author.equals(author)).isTrue();
            assertThat(author.hashCode()).isEqualTo(author.hashCode());
        });
    }

    @Test
    default void whatIsManagedAlreadyIsSimplyThere() {
        Author ann = ann();
        Book book = book("One", ann);
        tx().run(() -> {
            Author managed = authors().one(Library.id(ann));
            Author author = author(books().findById(Library.id(book)).orElseThrow());
            assertThat(author).isSameAs(managed);
            assertThat(author.getName()).isEqualTo("Ann");
        });
    }

    @Test
    default void whatIsLoadedLaterIsThereThen() {
        Author ann = ann();
        Book book = book("One", ann);
        tx().run(() -> {
            Author author = author(books().findById(Library.id(book)).orElseThrow());
            Author loaded = authors().one(Library.id(ann));
            assertThat(author.getName()).isEqualTo("Ann");
            assertThat(loaded).isSameAs(author);
        });
    }

    @Test
    default void detachedEntitiesRaiseTheSame() {
        Author ann = ann();
        Book book = book("One", ann);
        Author author = authors().one(Library.id(ann));
        Author lazy = author(books().findById(Library.id(book)).orElseThrow());
        assertRaises(() -> author.getBooks().size());
        assertThat(lazy.getId()).isEqualTo(ann.getId());
        assertRaises(lazy::getName);
    }

    @Test
    default void raisingSendsNothingAndLeavesTheTransactionIntact() {
        Author ann = ann();
        tx().run(() -> {
            Author author = authors().one(Library.id(ann));
            int statements = Statements.during(
                            () -> assertRaises(() -> author.getBooks().size()))
                    .count();
            assertThat(statements).isZero();
            author.setName("Anna");
        });
        assertThat(authors().one(Library.id(ann)).getName()).isEqualTo("Anna");
    }

    @Test
    default void collectionsOfNewEntitiesDoNotRaise() {
        tx().run(() -> {
            Author author = authors().insert(new Author("Ann"));
            assertThat(author.getBooks()).isEmpty();
        });
    }

    @Test
    default void anAssociationOfPolicySelectLoadsItselfInTheUnitOfWorkOfItsOwner() {
        Tag tag = tagOfABook();
        tx().run(() -> {
            Tag found = tags().findById(String.valueOf(tag.getName())).orElseThrow();
            int statements = Statements.during(() -> assertThat(found.getBooks())
                            .extracting(Book::getTitle)
                            .containsExactly("One"))
                    .count();
            assertThat(statements).isEqualTo(sendsStatements() ? 1 : 0);
        });
    }

    @Test
    default void anAssociationOfPolicySelectRaisesWhenItsUnitOfWorkHasEnded() {
        Tag found = tags().findById(String.valueOf(tagOfABook().getName())).orElseThrow();
        assertThatExceptionOfType(UnloadedAssociationException.class)
                .isThrownBy(() -> found.getBooks().size())
                .withMessageContaining("Tag.books")
                .withMessageContaining("its unit of work has ended");
    }

    @Test
    default void anEntityOfPolicyWarnLoadsItself() {
        Book book = books().insert(new Book("One", ann()).chapter("Begin"));
        tx().run(() -> {
            Chapter chapter = chapters().byPosition().get(0);
            Book lazy = Objects.requireNonNull(chapter.getBook());
            assertThat(lazy.getTitle()).isEqualTo("One");
            assertThat(books().findById(Library.id(book)).orElseThrow().getTitle())
                    .isEqualTo("One");
        });
    }

    @Test
    default void theSideOfAOneToOneWithoutKeyIsThereWithItsOwner() {
        Author ann = new Author("Ann");
        ann.setBiography(new Biography("born"));
        authors().insert(ann);
        authors().insert(new Author("Bob"));
        biographies().insert(new Biography("nobody's"));
        assertThat(biographies().findAll().toList())
                .hasSize(2)
                .anySatisfy(found -> assertThat(
                                Objects.requireNonNull(found.getAuthor()).getName())
                        .isEqualTo("Ann"))
                .anySatisfy(found -> assertThat(found.getAuthor()).isNull());
    }

    @Test
    default void aPartThatGoesWithItsOwnerIsNotLoadedWithIt() {
        Author ann = new Author("Ann");
        ann.setBiography(new Biography("born"));
        authors().insert(ann);
        Author found = authors().one(Library.id(ann));
        assertRaises(() -> Objects.requireNonNull(found.getBiography()).getText());
    }

    private Tag tagOfABook() {
        Tag tag = tags().insert(new Tag("x", null));
        Book book = new Book("One", ann());
        book.getTags().add(tag);
        books().insert(book);
        return tag;
    }

    private static Author author(Book book) {
        return Objects.requireNonNull(book.getAuthor());
    }

    private static void assertRaises(ThrowingCallable use) {
        assertThatExceptionOfType(UnloadedAssociationException.class).isThrownBy(use);
    }
}
