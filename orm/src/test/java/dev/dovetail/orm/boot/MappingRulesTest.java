package dev.dovetail.orm.boot;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.Database;
import dev.dovetail.orm.HibernatePersistence;
import dev.dovetail.repository.UnsupportedMappingException;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import java.util.Collection;
import org.hibernate.annotations.CollectionId;
import org.hibernate.annotations.CollectionIdJavaClass;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What cannot be served predictably is refused when it is booted; no database is asked. */
class MappingRulesTest {

    private final Database db = Database.open("sqlite:///:memory:");

    @AfterEach
    void close() {
        db.close();
    }

    private void assertRefused(String attribute, String advice, Class<?>... entities) {
        assertThatThrownBy(() -> HibernatePersistence.of(db, entities))
                .isInstanceOf(UnsupportedMappingException.class)
                .hasMessageContaining(attribute)
                .hasMessageContaining(advice);
    }

    @Test
    void anArrayOfEntitiesIsRefused() {
        assertRefused("Shelf.books", "map it as a List", Shelf.class, Book.class);
    }

    @Test
    void anArrayOfValuesIsRefused() {
        assertRefused("Row.cells", "map it as a List", Row.class);
    }

    @Test
    void aCollectionWithIdsOfItsOwnIsRefused() {
        assertRefused("Bag.items", "@OrderColumn", Bag.class);
    }

    @Test
    void aOneToOneWithoutKeyInAnEmbeddedValueIsRefused() {
        assertRefused("Person.life.passport", "move the attribute to the entity", Person.class, Passport.class);
    }

    @Entity
    static class Person {
        @Id
        Long id;

        @Embedded
        Life life;
    }

    @Embeddable
    static class Life {
        @OneToOne(mappedBy = "person")
        Passport passport;
    }

    @Entity
    static class Passport {
        @Id
        Long id;

        @OneToOne
        Person person;
    }

    @Entity
    static class Shelf {
        @Id
        Long id;

        @OneToMany
        @OrderColumn
        Book[] books;
    }

    @Entity
    static class Book {
        @Id
        Long id;
    }

    @Entity
    static class Row {
        @Id
        Long id;

        @ElementCollection
        @OrderColumn
        String[] cells;
    }

    @Entity
    static class Bag {
        @Id
        Long id;

        @ElementCollection
        @CollectionIdJavaClass(idType = Long.class)
        @CollectionId(column = @Column(name = "item_id"), generator = "increment")
        Collection<String> items;
    }
}
