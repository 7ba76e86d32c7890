package dev.dovetail.orm.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.core.transaction.Transactor;
import dev.dovetail.repository.Persistence;
import dev.dovetail.testing.persistence.OnEveryPersistence;
import jakarta.data.repository.CrudRepository;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Elements that nobody saves, in collections that the other side owns. */
@OnEveryPersistence(entities = {NewElementsTest.Shelf.class, NewElementsTest.Jar.class})
class NewElementsTest {

    private final Shelves shelves;
    private final Jars jars;
    private final Transactor tx;

    NewElementsTest(Persistence persistence) {
        this.shelves = persistence.repository(Shelves.class);
        this.jars = persistence.repository(Jars.class);
        this.tx = persistence.transactor();
    }

    /** Hibernate takes them for orphans with its second flush, and by their cascade deletes the owner. */
    @Test
    void anElementThatIsNotSavedDoesNotTakeItsOwnerAway() {
        Shelf shelf = shelf(1);
        shelf.jars.add(jar(2, shelf));
        shelves.insert(shelf);
        assertThat(shelves.findById(1)).isPresent();
        assertThat(jars.findAll()).isEmpty();
    }

    @Test
    void deletingDoesNotGoOnBehindWhatIsNotSaved() {
        Shelf other = shelves.insert(shelf(1));
        tx.run(() -> {
            Shelf shelf = shelves.insert(shelf(2));
            shelf.jars.add(jar(3, shelves.findById(1).orElseThrow()));
            shelves.delete(shelf);
        });
        assertThat(shelves.findAll()).extracting(each -> each.id).containsExactly(other.id);
    }

    private static Shelf shelf(int id) {
        Shelf shelf = new Shelf();
        shelf.id = id;
        return shelf;
    }

    private static Jar jar(int id, Shelf shelf) {
        Jar jar = new Jar();
        jar.id = id;
        jar.shelf = shelf;
        return jar;
    }

    /** Removes orphans. */
    @Entity
    static class Shelf {
        /** Set by the application. */
        @Id
        public int id;

        /** Counted. */
        @Version
        public int version;

        /** Not inserted with it. */
        @OneToMany(mappedBy = "shelf", orphanRemoval = true)
        public List<Jar> jars = new ArrayList<>();
    }

    /** Takes its shelf with it. */
    @Entity
    static class Jar {
        /** Set by the application. */
        @Id
        public int id;

        /** Counted. */
        @Version
        public int version;

        /** Deleted with it. */
        @ManyToOne(fetch = FetchType.LAZY, cascade = CascadeType.REMOVE)
        public @Nullable Shelf shelf;
    }

    /** Shelves. */
    interface Shelves extends CrudRepository<Shelf, Integer> {}

    /** Jars. */
    interface Jars extends CrudRepository<Jar, Integer> {}
}
