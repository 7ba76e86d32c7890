package dev.dovetail.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.data.exceptions.EmptyResultException;
import jakarta.data.exceptions.NonUniqueResultException;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Queries by conditions. */
public interface FindContract extends Library {

    @Test
    default void findsByAnAttribute() {
        Author ann = ann();
        authors().insert(new Author("Bob", "bob@example.com"));
        assertThat(authors().byEmail("ann@example.com"))
                .get()
                .extracting(Author::getId)
                .isEqualTo(ann.getId());
        assertThat(authors().byEmail("nobody@example.com")).isEmpty();
        assertThat(authors().byEmail("ANN@EXAMPLE.COM")).isEmpty();
    }

    @Test
    default void aNullArgumentFindsNull() {
        ann();
        Author bob = authors().insert(new Author("Bob"));
        assertThat(authors().byEmail(null)).get().extracting(Author::getId).isEqualTo(bob.getId());
        Author ann = authors().named("Ann");
        book("Unnumbered", ann);
        Book numbered = new Book("Numbered", ann);
        numbered.setPages(100);
        books().insert(numbered);
        assertThat(books().withPages(null)).extracting(Book::getTitle).containsExactly("Unnumbered");
        assertThat(books().withPages(100)).extracting(Book::getTitle).containsExactly("Numbered");
    }

    @Test
    default void findsByEmbeddedValues() {
        authors().add(livesIn("A", "Wien", "1010"), livesIn("B", "Wien", "1020"), livesIn("C", "Graz", "8010"));
        assertThat(authors().livingIn("Wien")).extracting(Author::getName).containsExactly("A", "B");
        assertThat(authors().livingAt(new Address("Wien", "1020")))
                .extracting(Author::getName)
                .containsExactly("B");
    }

    @Test
    default void findsByOtherEntities() {
        Author ann = ann();
        Author bob = authors().insert(new Author("Bob"));
        book("One", ann);
        book("Two", bob);
        book("Three", ann);
        assertThat(books().of(ann)).extracting(Book::getTitle).containsExactly("One", "Three");
        assertThat(books().ofAuthor(Library.id(bob))).extracting(Book::getTitle).containsExactly("Two");
        assertThat(books().ofAuthorNamed("Ann")).extracting(Book::getTitle).containsExactly("One", "Three");
    }

    @Test
    default void aPathThroughNothingMatchesNothing() {
        Author written = new Author("A");
        written.setBiography(new Biography("born"));
        Author empty = new Author("B");
        empty.setBiography(new Biography(null));
        authors().add(written, empty, new Author("C"));
        assertThat(authors().withBiography("born")).extracting(Author::getName).containsExactly("A");
        assertThat(authors().withBiography(null)).extracting(Author::getName).containsExactly("B");
    }

    @Test
    default void findsByValuesOfAllKinds() {
        Author ann = ann();
        Book book = new Book("One", ann);
        book.setGenre(Genre.POETRY);
        book.setPrice(new BigDecimal("12.50"));
        book.setPublished(LocalDate.of(2024, 2, 29));
        book.setSold(true);
        books().insert(book);
        BigDecimal samePrice = new BigDecimal("12.5");
        LocalDate day = LocalDate.of(2024, 2, 29);
        assertThat(books().matching(Genre.POETRY, samePrice, day, true)).hasSize(1);
        assertThat(books().matching(Genre.NOVEL, samePrice, day, true)).isEmpty();
        assertThat(books().matching(Genre.POETRY, samePrice, day.plusDays(1), true))
                .isEmpty();
        assertThat(books().matching(Genre.POETRY, samePrice, day, false)).isEmpty();
        Book found = books().findById(Library.id(book)).orElseThrow();
        assertThat(found.getPrice()).isEqualByComparingTo("12.50");
        assertThat(found.getPublished()).isEqualTo(day);
        assertThat(found.getGenre()).isEqualTo(Genre.POETRY);
        assertThat(found.isSold()).isTrue();
    }

    @Test
    default void oneThatIsNotThereRaisesAndLeavesTheTransactionIntact() {
        tx().run(() -> {
            assertThatExceptionOfType(EmptyResultException.class)
                    .isThrownBy(() -> authors().one(-1L))
                    .withMessageContaining("Authors.one");
            assertThatExceptionOfType(EmptyResultException.class)
                    .isThrownBy(() -> authors().named("nobody"));
            authors().insert(new Author("Ann"));
        });
        assertThat(authors().count()).isEqualTo(1);
    }

    @Test
    default void oneThatIsNotUniqueRaisesAndLeavesTheTransactionIntact() {
        tx().run(() -> {
            authors().add(new Author("Ann"), new Author("Ann"));
            assertThatExceptionOfType(NonUniqueResultException.class)
                    .isThrownBy(() -> authors().named("Ann"));
            assertThatExceptionOfType(NonUniqueResultException.class)
                    .isThrownBy(() -> authors().byEmail(null));
        });
        assertThat(authors().count()).isEqualTo(2);
    }

    @Test
    default void queriesMatchWhatIsWrittenAndReturnManagedEntities() {
        Author ann = ann();
        tx().run(() -> {
            Author managed = authors().one(Library.id(ann));
            managed.setName("Anna");
            assertThat(authors().allNamed("Anna")).isEmpty();
            assertThat(authors().allNamed("Ann")).singleElement().isSameAs(managed);
            authors().insert(new Author("Bob"));
            assertThat(authors().allNamed("Anna")).singleElement().isSameAs(managed);
        });
    }

    private static Author livesIn(String name, String city, String zip) {
        Author author = new Author(name);
        author.setAddress(new Address(city, zip));
        return author;
    }
}
