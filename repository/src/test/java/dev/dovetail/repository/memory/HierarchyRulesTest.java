package dev.dovetail.repository.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dovetail.core.error.ConstraintDetails;
import dev.dovetail.core.error.ConstraintViolation;
import dev.dovetail.core.error.DuplicateKeyException;
import dev.dovetail.core.error.MissingParentException;
import dev.dovetail.core.error.NullValueException;
import dev.dovetail.core.error.ValueTooLongException;
import jakarta.data.repository.CrudRepository;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.HashSet;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Which constraint of which table is broken, where several tables of a database are one in memory. */
class HierarchyRulesTest {

    @Entity
    @Table(name = "plants")
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Plant {
        @Id
        @GeneratedValue
        @SequenceGenerator(name = "things", sequenceName = "things", initialValue = 100)
        Long id;

        @Column(unique = true, length = 5)
        String name;

        @ManyToOne
        Shelf shelf;

        @ElementCollection
        @CollectionTable(
                name = "plant_uses",
                uniqueConstraints = @UniqueConstraint(name = "uq_uses", columnNames = "used_for"))
        @Column(name = "used_for", length = 6)
        Set<String> uses = new HashSet<>();
    }

    @Entity
    @Table(name = "trees")
    static class Tree extends Plant {
        @Column(nullable = false)
        Integer height;

        @Column(unique = true)
        String number;

        @ManyToOne
        Shelf cutFor;

        Tree() {}

        Tree(Integer height) {
            this.height = height;
        }
    }

    @Entity
    static class Shelf {
        @Id
        @GeneratedValue
        @SequenceGenerator(name = "things", sequenceName = "things", initialValue = 100)
        Long id;
    }

    @Entity
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    abstract static class Bill {
        @Id
        Long id;

        @Column(unique = true)
        String code;

        @ManyToOne
        Shelf shelf;
    }

    @Entity
    @Table(name = "big_bills")
    static class BigBill extends Bill {}

    @Entity
    @Table(name = "small_bills")
    static class SmallBill extends Bill {}

    @Entity
    static class Animal {
        @Id
        @GeneratedValue
        Long id;
    }

    @Entity
    static class Dog extends Animal {
        @Column(nullable = false)
        String name = "Rex";
    }

    interface Plants extends CrudRepository<Plant, Long> {}

    interface Shelves extends CrudRepository<Shelf, Long> {}

    interface Bills extends CrudRepository<Bill, Long> {}

    interface Animals extends CrudRepository<Animal, Long> {}

    private final InMemoryPersistence persistence = InMemoryPersistence.of(
            Tree.class, Plant.class, Shelf.class, Bill.class, BigBill.class, SmallBill.class, Animal.class, Dog.class);
    private final Plants plants = persistence.repository(Plants.class);
    private final Bills bills = persistence.repository(Bills.class);

    private static void assertBroken(
            ThrowingCallable write,
            Class<? extends RuntimeException> type,
            String constraint,
            String table,
            String column) {
        assertThatExceptionOfType(type).isThrownBy(write).satisfies(failure -> {
            ConstraintDetails broken = ((ConstraintViolation) failure).details();
            assertThat(broken.constraint()).isEqualTo(constraint);
            assertThat(broken.table()).isEqualTo(table);
            assertThat(broken.columns()).containsExactly(column);
        });
    }

    private Shelf gone() {
        Shelves shelves = persistence.repository(Shelves.class);
        Shelf shelf = shelves.insert(new Shelf());
        shelves.delete(shelf);
        return shelf;
    }

    @Test
    void aJoinedSubclassHasConstraintsInItsOwnTable() {
        Tree oak = new Tree(9);
        oak.name = "oak";
        oak.number = "1";
        plants.insert(oak);
        Tree elm = new Tree(8);
        elm.number = "1";
        assertBroken(() -> plants.insert(elm), DuplicateKeyException.class, "uq_trees_number", "trees", "number");
        Tree same = new Tree(8);
        same.name = "oak";
        assertBroken(() -> plants.insert(same), DuplicateKeyException.class, "uq_plants_name", "plants", "name");
        assertBroken(() -> plants.insert(new Tree(null)), NullValueException.class, null, "trees", "height");
        Tree cut = new Tree(1);
        cut.cutFor = gone();
        assertBroken(
                () -> plants.insert(cut), MissingParentException.class, "fk_trees_cut_for_id", "trees", "cut_for_id");
        Plant moss = new Plant();
        moss.shelf = gone();
        assertBroken(
                () -> plants.insert(moss), MissingParentException.class, "fk_plants_shelf_id", "plants", "shelf_id");
    }

    @Test
    void aTableForEachClassHasConstraintsOfItsOwn() {
        SmallBill first = new SmallBill();
        first.id = 1L;
        first.code = "a";
        bills.insert(first);
        BigBill big = new BigBill();
        big.id = 2L;
        big.code = "a";
        bills.insert(big);
        BigBill other = new BigBill();
        other.id = 3L;
        other.code = "a";
        assertBroken(() -> bills.insert(other), DuplicateKeyException.class, "uq_big_bills_code", "big_bills", "code");
        SmallBill lost = new SmallBill();
        lost.id = 4L;
        lost.shelf = gone();
        assertBroken(
                () -> bills.insert(lost),
                MissingParentException.class,
                "fk_small_bills_shelf_id",
                "small_bills",
                "shelf_id");
    }

    @Test
    void theTableOfACollectionKeepsItsOwnRules() {
        Plant mint = new Plant();
        mint.uses.add("tea");
        plants.insert(mint);
        Plant sage = new Plant();
        sage.uses.add("tea");
        assertBroken(() -> plants.insert(sage), DuplicateKeyException.class, "uq_uses", "plant_uses", "used_for");
        Plant nettle = new Plant();
        nettle.uses.add("nothing");
        assertBroken(() -> plants.insert(nettle), ValueTooLongException.class, null, "plant_uses", "used_for");
    }

    @Test
    void whatASingleTableRequiresItRequiresOfAllItsClasses() {
        Animals animals = persistence.repository(Animals.class);
        animals.insert(new Dog());
        assertBroken(() -> animals.insert(new Animal()), NullValueException.class, null, "animal", "name");
    }

    @Test
    void aSequenceCountsForAllThatShareIt() {
        Plant plant = plants.insert(new Plant());
        Shelf shelf = persistence.repository(Shelves.class).insert(new Shelf());
        assertThat(plant.id).isEqualTo(100);
        assertThat(shelf.id).isEqualTo(101);
    }
}
