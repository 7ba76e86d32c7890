package dev.dovetail.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.core.statement.Statements;
import dev.dovetail.core.transaction.TransactionalRunnable;
import jakarta.data.Limit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** {@link dev.dovetail.repository.Load}: what is named is there, by one further statement for all. */
public interface LoadContract extends Library {

    @Test
    default void aCollectionIsLoadedForAllByOneFurtherStatement() {
        for (int i = 1; i <= 3; i++) {
            Author author = authors().insert(new Author("Author " + i));
            for (int j = 1; j <= i; j++) {
                book("Book " + i + "." + j, author);
            }
        }
        List<Author> found = new ArrayList<>();
        assertStatements(2, () -> found.addAll(authors().listWithBooks(Limit.of(2))));
        assertThat(found).extracting(author -> author.getBooks().size()).containsExactly(1, 2);
        assertThat(found.get(1).getBooks())
                .allSatisfy(book -> assertThat(book.getAuthor()).isSameAs(found.get(1)));
    }

    @Test
    default void strategiesDifferInTheirStatementsAndNotInWhatIsLoaded() {
        Author[] authors = new Author[4];
        for (int i = 0; i < 4; i++) {
            authors[i] = new Author(i == 3 ? "Author 0" : "Author " + i);
            authors[i].setBiography(new Biography("life " + i));
            authors().insert(authors[i]);
            for (int j = 0; j < i; j++) {
                book("Book " + i + "." + j, authors[i]);
            }
        }
        List<Author> found = new ArrayList<>();
        assertStatements(2, () -> found.addAll(authors().listWithBooksBySubquery(Limit.of(3))));
        assertThat(found).extracting(author -> author.getBooks().size()).containsExactly(0, 3, 1);
        found.clear();
        assertStatements(1 + 3, () -> found.addAll(authors().listWithBooksAtOnce(Limit.of(3))));
        assertThat(found).extracting(author -> author.getBooks().size()).containsExactly(0, 1, 2);
        assertThat(found)
                .extracting(
                        author -> Objects.requireNonNull(author.getBiography()).getText())
                .containsExactly("life 0", "life 1", "life 2");
    }

    @Test
    default void aCollectionWithNothingInItIsLoadedToo() {
        ann();
        assertThat(authors().listWithBooks(Limit.of(5)))
                .singleElement()
                .satisfies(author -> assertThat(author.getBooks()).isEmpty());
    }

    @Test
    default void nothingFoundSendsNoFurtherStatement() {
        assertStatements(
                1, () -> assertThat(authors().listWithBooks(Limit.of(5))).isEmpty());
    }

    @Test
    default void anEntityIsLoadedForAllByOneFurtherStatement() {
        Author ann = ann();
        Author bob = authors().insert(new Author("Bob"));
        book("One", ann);
        book("Two", bob);
        book("Three", ann);
        List<Book> found = new ArrayList<>();
        assertStatements(2, () -> found.addAll(books().allWithAuthor()));
        assertThat(found)
                .extracting(book -> Objects.requireNonNull(book.getAuthor()).getName())
                .containsExactly("Ann", "Bob", "Ann");
        assertThat(found.get(0).getAuthor()).isSameAs(found.get(2).getAuthor());
    }

    @Test
    default void oneFoundByItsIdIsLoadedWithItsAssociation() {
        Book book = book("One", ann());
        Book found = books().withAuthor(Library.id(book)).orElseThrow();
        assertThat(found.getAuthor()).isNotNull().extracting(Author::getName).isEqualTo("Ann");
    }

    @Test
    default void everyStepOfAPathIsLoaded() {
        Author ann = ann();
        Tag tag = tags().insert(new Tag("x", "first"));
        Book book = new Book("One", ann);
        book.getTags().add(tag);
        books().insert(book);
        book("Two", ann);
        Author found = authors().withEverything(Library.id(ann));
        assertThat(found.getBooks()).hasSize(2);
        assertThat(found.getBooks())
                .flatExtracting(Book::getTags)
                .extracting(Tag::getDescription)
                .containsExactly("first");
        assertThat(found.getBiography()).isNull();
    }

    @Test
    default void collectionsKeepTheOrderOfTheirMapping() {
        Book book = new Book("One", ann());
        book.getChapters().add(new Chapter(book, 3, "three"));
        book.getChapters().add(new Chapter(book, 1, "one"));
        book.getChapters().add(new Chapter(book, 2, "two"));
        books().insert(book);
        assertThat(books().withChapters(Library.id(book)).orElseThrow().getChapters())
                .extracting(Chapter::getTitle)
                .containsExactly("one", "two", "three");
    }

    @Test
    default void aManagedEntityIsLoadedWithWhatItLacks() {
        Author ann = ann();
        book("One", ann);
        tx().run(() -> {
            Author managed = authors().one(Library.id(ann));
            managed.setName("Anna");
            authors().listWithBooks(Limit.of(1));
            assertThat(managed.getBooks()).hasSize(1);
            assertThat(managed.getName()).isEqualTo("Anna");
        });
        assertThat(authors().one(Library.id(ann)).getName()).isEqualTo("Anna");
    }

    @Test
    default void bothSidesOfALinkAreLoaded() {
        Tag tag = tags().insert(new Tag("x", null));
        Book book = new Book("One", ann());
        book.getTags().add(tag);
        books().insert(book);
        assertThat(tags().withBooks("x").orElseThrow().getBooks())
                .extracting(Book::getTitle)
                .containsExactly("One");
        assertThat(books().withTags(Library.id(book)).orElseThrow().getTags())
                .extracting(Tag::getName)
                .containsExactly("x");
    }

    private void assertStatements(int expected, TransactionalRunnable<RuntimeException> block) {
        List<String> statements = Statements.during(block).sql();
        assertThat(statements).hasSize(sendsStatements() ? expected : 0);
    }
}
