package dev.dovetail.orm.boot;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.Database;
import dev.dovetail.core.engine.Engine;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.orm.HibernatePersistence;
import dev.dovetail.orm.OpenPersistence;
import dev.dovetail.repository.UnsupportedMappingException;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every way to generate ids works on every engine, or is refused at boot with what to write instead. */
@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class GeneratedIdsTest {

    private final TestDatabase database;

    GeneratedIdsTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void areThereAfterTheFlushWhateverTheStrategy() {
        try (OpenPersistence open = OpenPersistence.of(
                database, Auto.class, Sequence.class, Named.class, Identity.class, Unique.class, Child.class)) {
            HibernatePersistence persistence = open.persistence();
            persistence.dropAll();
            persistence.createAll();
            if (open.db().engine() == Engine.SQLITE) {
                assertThat(persistence.createStatements())
                        .noneMatch(sql -> sql.contains("_seq ") || sql.contains("next_val"));
            }
            persistence.transactor().run(() -> {
                var uow = persistence.unitOfWork();
                Auto auto = new Auto();
                Sequence sequence = new Sequence();
                Named named = new Named();
                Identity identity = new Identity();
                Unique unique = new Unique();
                Child child = new Child();
                uow.addAll(List.of(auto, sequence, named, identity, unique, child));
                uow.flush();
                assertThat(auto.id).isPositive();
                assertThat(sequence.id).isPositive();
                assertThat(named.id).isPositive();
                assertThat(identity.id).isPositive();
                assertThat(unique.id).isNotNull();
                assertThat(child.id).isPositive();
                Auto second = new Auto();
                uow.add(second);
                uow.flush();
                assertThat(second.id).isGreaterThan(auto.id);
            });
            persistence.transactor().run(() -> {
                var uow = persistence.unitOfWork();
                assertThat(uow.select(Auto.class).count()).isEqualTo(2);
                assertThat(uow.select(Named.class).count()).isEqualTo(1);
                assertThat(uow.select(Child.class).count()).isEqualTo(1);
            });
            persistence.dropAll();
        }
    }

    @Test
    void thatAreCountedInATableAreRefused() {
        try (Database db = Database.open(database.url())) {
            assertThatThrownBy(() -> HibernatePersistence.of(db, Counted.class))
                    .isInstanceOf(UnsupportedMappingException.class)
                    .hasMessageContaining("Counted.id")
                    .hasMessageContaining("IDENTITY");
        }
    }

    @Test
    void thatSeveralTablesWouldCountAreRefused() {
        try (Database db = Database.open(database.url())) {
            assertThatThrownBy(() -> HibernatePersistence.of(db, Paid.class, PaidByCard.class))
                    .isInstanceOf(UnsupportedMappingException.class)
                    .hasMessageContaining("PaidByCard.id")
                    .hasMessageContaining("TABLE_PER_CLASS")
                    .hasMessageContaining("UUID");
        }
    }

    @Test
    void fromASequenceAreSharedByTablesWhereTheEngineHasSequences() {
        try (Database db = Database.open(database.url())) {
            ThrowingCallable boot = () ->
                    HibernatePersistence.of(db, Sold.class, SoldAtOnce.class).close();
            if (db.engine() == Engine.SQLITE) {
                assertThatThrownBy(boot)
                        .isInstanceOf(UnsupportedMappingException.class)
                        .hasMessageContaining("SoldAtOnce.id");
            } else {
                assertThatCode(boot).doesNotThrowAnyException();
            }
        }
    }

    @Entity
    @Table(name = "gen_paid")
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    static class Paid {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Nullable
        Long id;
    }

    @Entity
    @Table(name = "gen_paid_by_card")
    static class PaidByCard extends Paid {}

    @Entity
    @Table(name = "gen_sold")
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    static class Sold {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        @Nullable
        Long id;
    }

    @Entity
    @Table(name = "gen_sold_at_once")
    static class SoldAtOnce extends Sold {}

    @Entity
    @Table(name = "gen_auto")
    static class Auto {
        @Id
        @GeneratedValue
        @Nullable
        Long id;
    }

    @Entity
    @Table(name = "gen_sequence")
    static class Sequence {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        int id;
    }

    @Entity
    @Table(name = "gen_named")
    @SequenceGenerator(name = "numbers", sequenceName = "gen_numbers", allocationSize = 10)
    static class Named {
        @Id
        @GeneratedValue(generator = "numbers")
        @Nullable
        Long id;
    }

    @Entity
    @Table(name = "gen_identity")
    static class Identity {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Nullable
        Long id;
    }

    @Entity
    @Table(name = "gen_unique")
    static class Unique {
        @Id
        @GeneratedValue
        @Nullable
        UUID id;
    }

    @MappedSuperclass
    abstract static class Base {
        @Id
        @GeneratedValue
        @Nullable
        Long id;
    }

    @Entity
    @Table(name = "gen_child")
    static class Child extends Base {}

    @Entity
    @Table(name = "gen_counted")
    static class Counted {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE, generator = "counts")
        @TableGenerator(name = "counts")
        @Nullable
        Long id;
    }
}
