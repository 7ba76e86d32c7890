package dev.dovetail.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.data.Order;
import jakarta.data.Sort;
import jakarta.data.exceptions.EmptyResultException;
import jakarta.data.exceptions.MappingException;
import jakarta.data.exceptions.NonUniqueResultException;
import jakarta.data.repository.BasicRepository;
import jakarta.data.repository.DataRepository;
import jakarta.data.repository.Delete;
import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import jakarta.data.repository.Save;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which interfaces are repositories: inherited and generic ones, and those without a primary entity. */
public interface InterfaceContract extends Library {

    /** A superinterface without type parameters. */
    interface Named {
        /** The result says which entity. */
        @Find
        @OrderBy("id")
        List<Author> named(String name);

        /** Its body counts, whatever its name and annotations say. */
        default List<Author> findByName(String name) {
            return named(name);
        }
    }

    /** A superinterface with type parameters. */
    interface Shelving<T, K> extends BasicRepository<T, K> {
        /** Of whatever entity. */
        @Find
        List<T> sorted(Order<T> order);

        /** Of whatever entity. */
        @Insert
        T shelve(T entity);

        /** By its id. */
        @Delete
        void discard(T entity);
    }

    /** Inherits from both. */
    @Repository
    interface Inheriting extends Shelving<Author, Long>, Named {}

    /** Without a primary entity: of several. */
    @Repository
    interface Several {
        /** Of one. */
        @Save
        Author save(Author author);

        /** Of another. */
        @Save
        Tag save(Tag tag);

        /** Of a third. */
        @Find
        Optional<Book> byIsbn(String isbn);

        /** Says by itself of which. */
        @Query("select count(this) from Tag")
        long tags();

        /** Exactly one. */
        @Find
        Author only(String name);

        /** Until it is closed. */
        @Find
        Stream<Author> all();
    }

    /** Nobody knows what is counted. */
    @Repository
    interface Nothing {
        /** Of what? */
        long count();

        /** Of what? */
        boolean existsByName(String name);

        /** Of what? */
        @Delete
        void byName(String name);
    }

    /** What excludes each other. */
    @Repository
    interface Conflicting extends DataRepository<Author, Long> {
        /** Both. */
        @Find
        @Query("where name = :name")
        List<Author> both(String name);

        /** Both. */
        @Insert
        @Save
        void twice(Author author);

        /** None. */
        void nothing(Author author);
    }

    @Test
    default void methodsAreInheritedAndTypesAreFilledIn() {
        Inheriting authors = persistence().repository(Inheriting.class);
        Author ann = authors.shelve(new Author("Ann"));
        authors.shelve(new Author("bob"));
        authors.save(new Author("Cid"));
        assertThat(authors.sorted(Order.by(Sort.descIgnoreCase("name"))))
                .extracting(Author::getName)
                .containsExactly("Cid", "bob", "Ann");
        assertThat(authors.findByName("Ann")).hasSize(1);
        authors.discard(ann);
        assertThat(authors.named("Ann")).isEmpty();
        assertThat(authors.findAll()).hasSize(2);
    }

    @Test
    default void aRepositoryIsOfSeveralEntities() {
        Several several = persistence().repository(Several.class);
        Author ann = several.save(new Author("Ann"));
        several.save(new Tag("x", null));
        Book book = new Book("One", ann);
        book.setIsbn("1-1");
        books().insert(book);
        assertThat(several.byIsbn("1-1")).isPresent();
        assertThat(several.tags()).isEqualTo(1);
        assertThatExceptionOfType(EmptyResultException.class).isThrownBy(() -> several.only("Bob"));
        several.save(new Author("Ann"));
        assertThatExceptionOfType(NonUniqueResultException.class).isThrownBy(() -> several.only("Ann"));
    }

    @Test
    default void aStreamTellsThatItIsClosed() {
        ann();
        AtomicBoolean closed = new AtomicBoolean();
        try (Stream<Author> all = persistence().repository(Several.class).all()) {
            assertThat(all.onClose(() -> closed.set(true))).hasSize(1);
        }
        assertThat(closed).isTrue();
    }

    @Test
    default void withoutAPrimaryEntityNothingIsCounted() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> persistence().repository(Nothing.class))
                .withMessageContaining("count()")
                .withMessageContaining("existsByName(String)")
                .withMessageContaining("byName(String)");
    }

    @Test
    default void annotationsThatExcludeEachOtherAreRefused() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> persistence().repository(Conflicting.class))
                .withMessageContaining("both(String): @Find and @Query exclude each other")
                .withMessageContaining("twice(Author): @Insert and @Save exclude each other")
                .withMessageContaining("nothing(Author): it has no annotation");
    }
}
