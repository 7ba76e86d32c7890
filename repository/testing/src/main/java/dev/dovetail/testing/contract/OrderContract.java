package dev.dovetail.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dovetail.repository.UnknownAttributeException;
import jakarta.data.Order;
import jakarta.data.Sort;
import org.junit.jupiter.api.Test;

/** The order of results. */
public interface OrderContract extends Library {

    @Test
    default void nullIsGreaterThanEverything() {
        authors().add(new Author("1", "b@x"), new Author("2"), new Author("3", "a@x"));
        assertThat(authors().byEmailAscending()).extracting(Author::getName).containsExactly("3", "1", "2");
        assertThat(authors().byEmailDescending()).extracting(Author::getName).containsExactly("2", "1", "3");
    }

    @Test
    default void stringsAreSortedByTheirCodePoints() {
        // The last two change places if UTF-16 units are compared.
        String[] names = {"A", "Z", "a", "z", "é", "\uFF5E", "\uD83D\uDE00"};
        for (String name : names) {
            tags().insert(new Tag(name, null));
        }
        assertThat(tags().byName()).extracting(Tag::getName).containsExactly(names);
    }

    @Test
    default void caseCanBeIgnored() {
        authors().add(new Author("b"), new Author("A"), new Author("B"), new Author("a"));
        assertThat(authors().byNameIgnoringCase()).extracting(Author::getName).containsExactly("A", "a", "b", "B");
    }

    @Test
    default void enumsAreSortedByTheirColumn() {
        Author ann = ann();
        for (Genre genre : Genre.values()) {
            Book book = new Book(genre.name(), ann);
            book.setGenre(genre);
            books().insert(book);
        }
        Book second = new Book("A", ann);
        second.setGenre(Genre.NOVEL);
        books().insert(second);
        assertThat(books().byGenre()).extracting(Book::getTitle).containsExactly("ESSAY", "NOVEL", "A", "POETRY");
    }

    @Test
    default void nothingGoesMissingWhenSortedByAMissingEntity() {
        Author second = new Author("second");
        second.setBiography(new Biography("b"));
        Author first = new Author("first");
        first.setBiography(new Biography("a"));
        authors().add(second, first, new Author("last"));
        assertThat(authors().byBiography()).extracting(Author::getName).containsExactly("first", "second", "last");
    }

    @Test
    default void callersSort() {
        authors().add(new Author("A", "2@x"), new Author("B", "1@x"), new Author("A", "1@y"));
        assertThat(authors().sorted(Sort.desc("name"), Sort.asc("email")))
                .extracting(Author::getEmail)
                .containsExactly("1@x", "1@y", "2@x");
        assertThat(authors().sorted(Sort.asc("address.city"), Sort.desc("id(this)")))
                .extracting(Author::getEmail)
                .containsExactly("1@y", "1@x", "2@x");
        assertThat(authors().sorted()).hasSize(3);
    }

    @Test
    default void callersSortAfterTheMethodItself() {
        authors().add(new Author("A", "2@x"), new Author("B", "1@x"), new Author("A", "1@y"));
        assertThat(authors().sortedByNameAnd(Order.by(Sort.desc("email"))))
                .extracting(Author::getEmail)
                .containsExactly("2@x", "1@y", "1@x");
    }

    @Test
    default void sortingByWhatIsNotThereRaisesAndLeavesTheTransactionIntact() {
        tx().run(() -> {
            assertThatExceptionOfType(UnknownAttributeException.class)
                    .isThrownBy(() -> authors().sorted(Sort.asc("emial")))
                    .withMessageContaining("did you mean 'email'?");
            assertThatExceptionOfType(UnknownAttributeException.class)
                    .isThrownBy(() -> authors().sorted(Sort.asc("books")));
            authors().insert(new Author("Ann"));
        });
        assertThat(authors().count()).isEqualTo(1);
    }
}
