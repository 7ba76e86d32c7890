package dev.dovetail.testing.contract;

import static dev.dovetail.testing.StatementAssertions.assertThatStatements;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dovetail.core.error.DuplicateKeyException;
import dev.dovetail.core.error.ReadOnlyException;
import dev.dovetail.core.error.ValueTooLongException;
import dev.dovetail.repository.EntityStateException;
import dev.dovetail.repository.RepositoryDefinitionException;
import dev.dovetail.repository.StaleEntityException;
import dev.dovetail.repository.TransientReferenceException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Inserting, or updating what has the same key. */
public interface UpsertContract extends Library {

    /** What is tested. */
    default Upserts upserts() {
        return persistence().repository(Upserts.class);
    }

    @Test
    default void anUpsertInsertsWhatIsNotThere() {
        Author given = new Author("Ann", "ann@example.com");
        given.setAddress(new Address("Springfield", "1"));
        Author ann = upserts().author(given);
        assertThat(ann.getId()).isNotNull();
        assertThat(ann.getVersion()).isZero();
        assertThat(given.getId()).isNull();
        assertThat(authors().one(Library.id(ann)).getAddress())
                .extracting(Address::getCity)
                .isEqualTo("Springfield");
    }

    @Test
    default void anUpsertUpdatesWhatHasTheSameKey() {
        Author ann = ann();
        ann.setAddress(new Address("Springfield", "1"));
        authors().update(ann);
        Author again = upserts().author(new Author("Anna", "ann@example.com"));
        assertThat(again.getId()).isEqualTo(ann.getId());
        assertThat(again.getName()).isEqualTo("Anna");
        assertThat(again.getAddress()).isNull();
        assertThat(again.getVersion()).isEqualTo(2);
        assertThat(authors().count()).isEqualTo(1);
        assertThatExceptionOfType(StaleEntityException.class)
                .isThrownBy(() -> authors().update(ann));
    }

    @Test
    default void referencesAndConvertedValuesAreUpserted() {
        Author ann = ann();
        Author bob = authors().insert(new Author("Bob"));
        Book one = new Book("One", ann);
        one.setIsbn("1-1");
        one.setGenre(Genre.NOVEL);
        one.setPrice(new BigDecimal("9.50"));
        Book inserted = upserts().book(one);
        Book two = new Book("Two", bob);
        two.setIsbn("1-1");
        two.setSold(true);
        Book updated = upserts().book(two);
        assertThat(updated.getId()).isEqualTo(inserted.getId());
        Book found = books().withAuthor(Library.id(updated)).orElseThrow();
        assertThat(found.getTitle()).isEqualTo("Two");
        assertThat(found.getGenre()).isNull();
        assertThat(found.getPrice()).isNull();
        assertThat(found.isSold()).isTrue();
        assertThat(found.getAuthor()).extracting(Author::getName).isEqualTo("Bob");
        assertThat(books().of(ann)).isEmpty();
    }

    @Test
    default void whatIsManagedShowsAnUpsert() {
        Author ann = ann();
        tx().run(() -> {
            Author managed = authors().one(Library.id(ann));
            managed.setName("Pending");
            Author upserted = upserts().author(new Author("Upserted", "ann@example.com"));
            assertThat(upserted).isSameAs(managed);
            assertThat(managed.getName()).isEqualTo("Upserted");
            assertThat(managed.getVersion()).isEqualTo(2);
            managed.setName("Changed after");
        });
        Author found = authors().one(Library.id(ann));
        assertThat(found.getName()).isEqualTo("Changed after");
        assertThat(found.getVersion()).isEqualTo(3);
    }

    @Test
    default void whatAnUpsertReturnsIsManaged() {
        tx().run(() -> upserts().author(new Author("New", "new@example.com")).setName("Renamed"));
        assertThat(authors().allNamed("Renamed")).hasSize(1);
    }

    @Test
    default void aRollbackTakesAnUpsertBack() {
        Author ann = ann();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> tx().run(() -> {
                    upserts().author(new Author("Anna", "ann@example.com"));
                    upserts().author(new Author("Bob", "bob@example.com"));
                    throw new IllegalStateException("taken back");
                }));
        assertThat(authors().findAll()).extracting(Author::getName).containsExactly(ann.getName());
    }

    @Test
    default void manyAreUpsertedAHundredInAStatement() {
        tags().insertAll(List.of(new Tag("t3", "old"), new Tag("t150", "old")));
        List<Tag> given = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            given.add(new Tag("t" + i, "new"));
        }
        Tag[] array = given.toArray(Tag[]::new);
        if (sendsStatements()) {
            assertThatStatements(() -> assertThat(upserts().count(array)).isEqualTo(250))
                    .touchesTable("tags", 3);
        } else {
            assertThat(upserts().count(array)).isEqualTo(250);
        }
        assertThat(tags().findAll()).hasSize(250).allMatch(tag -> "new".equals(tag.getDescription()));
        assertThat(upserts().tags(given.subList(100, 103)))
                .extracting(Tag::getName)
                .containsExactly("t100", "t101", "t102");
        assertThat(upserts().tags(List.of())).isEmpty();
    }

    @Test
    default void ofSeveralWithTheSameKeyTheLastOneWins() {
        List<Tag> written = upserts().tags(List.of(new Tag("x", "first"), new Tag("y", null), new Tag("x", "last")));
        assertThat(written).extracting(Tag::getDescription).containsExactly("last", null, "last");
        assertThat(tags().findAll()).hasSize(2);
    }

    @Test
    default void anotherUniqueKeyIsStillKept() {
        Author ann = new Author("Ann", "ann@example.com");
        ann.setBiography(new Biography("long"));
        authors().insert(ann);
        Author bob = new Author("Bob", "bob@example.com");
        bob.setBiography(ann.getBiography());
        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> upserts().author(bob));
        assertThat(authors().findAll()).extracting(Author::getName).containsExactly("Ann");
    }

    @Test
    default void anUpsertNeedsAKeyAndReferencesThatAreThere() {
        assertThatExceptionOfType(EntityStateException.class)
                .isThrownBy(() -> upserts().author(new Author("Nobody")))
                .withMessageContaining("Author.email");
        assertThatExceptionOfType(EntityStateException.class)
                .isThrownBy(() -> upserts().authors(List.of(new Author("A", "a@example.com"), new Author("B"))));
        Book book = new Book("One", new Author("never inserted"));
        book.setIsbn("1");
        assertThatExceptionOfType(TransientReferenceException.class)
                .isThrownBy(() -> upserts().book(book))
                .withMessageContaining("Book.author");
        assertThatExceptionOfType(ValueTooLongException.class)
                .isThrownBy(() -> upserts().author(new Author("x".repeat(41), "x@example.com")));
        assertThatExceptionOfType(ReadOnlyException.class)
                .isThrownBy(() -> tx().readOnly().run(() -> upserts().author(new Author("R", "r@example.com"))));
        assertThat(authors().count()).isZero();
    }

    @Test
    default void badUpsertsAreToldWhenTheRepositoryIsMade() {
        assertThatExceptionOfType(RepositoryDefinitionException.class)
                .isThrownBy(() -> persistence().repository(BadUpserts.class))
                .satisfies(failure -> assertThat(failure.faults()).hasSize(7))
                .withMessageContaining("ambiguous(Author): the id of Author is generated, and it has 2 unique keys")
                .withMessageContaining("[[biography], [email]]")
                .withMessageContaining("generated(Author): the id of Author is generated")
                .withMessageContaining("noKey(Book): [author, title] is no key of Book")
                .withMessageContaining("two(Tag, Tag): @Upsert takes exactly one parameter")
                .withMessageContaining("result(Tag): @Upsert returns what it takes")
                .withMessageContaining("otherShape(Tag): @Upsert returns what it takes")
                .withMessageContaining("noEntity(String): @Upsert takes exactly one parameter");
    }
}
