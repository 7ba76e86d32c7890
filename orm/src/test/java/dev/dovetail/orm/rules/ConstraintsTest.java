package dev.dovetail.orm.rules;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.error.CheckFailedException;
import dev.dovetail.core.error.ChildExistsException;
import dev.dovetail.core.error.ConstraintDetails;
import dev.dovetail.core.error.ConstraintViolation;
import dev.dovetail.core.error.DuplicateKeyException;
import dev.dovetail.core.error.MissingParentException;
import dev.dovetail.core.error.NullValueException;
import dev.dovetail.core.error.ValueTooLongException;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import dev.dovetail.orm.work.UnitOfWork;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/** What a row breaks has the same type, names and value on every engine, whichever way it is written, and nothing of it stays. */
@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class ConstraintsTest extends ParentsAndChildren {

    ConstraintsTest(TestDatabase database) {
        assertThat(database).isNotNull();
    }

    @BeforeParameterizedClassInvocation
    static void openAll(TestDatabase database) throws SQLException {
        // SQLite keeps no lengths, so a check does; H2 and MariaDB name the checks of a table only.
        String length = database.engine() == TestEngine.SQLITE
                ? ", constraint ck_parents_name_length check (length(name) <= 5)"
                : "";
        open(
                database,
                "create table parents (id bigint not null, version integer not null,"
                        + " name varchar(5) not null, code varchar(20), amount integer not null,"
                        + " constraint pk_parents primary key (id), constraint uq_parents_code unique (code),"
                        + " constraint ck_parents_amount check (amount >= 0)" + length + ")",
                "create table children (id bigint primary key, parent_id bigint,"
                        + " constraint fk_children_parents foreign key (parent_id) references parents (id))");
    }

    /** Once as the only row at a flush, once among others in a batch, once at commit. */
    private void refuses(
            Class<?> type, @Nullable String constraint, String column, String value, Consumer<UnitOfWork> write) {
        String table = column.equals("parent_id") ? "children" : "parents";
        ConstraintDetails expected =
                new ConstraintDetails(constraint, table, List.of(column)).with(Map.of(column, value));
        require(type, expected, uow -> {
            write.accept(uow);
            uow.flush();
        });
        require(type, expected, uow -> {
            uow.add(new Parent(20));
            uow.add(new Parent(21));
            write.accept(uow);
            uow.add(new Parent(22));
            uow.flush();
        });
        require(type, expected, write);
    }

    private void require(Class<?> type, ConstraintDetails expected, Consumer<UnitOfWork> block) {
        Throwable failure = catchThrowable(() -> run(block));
        assertThat(failure).isInstanceOf(type).isInstanceOf(ConstraintViolation.class);
        assertThat(((ConstraintViolation) failure).details()).isEqualTo(expected);
        assertThat(failure.getMessage()).contains("DVT-30");
        int parents = opened.db().read(sql -> sql.fetchCount(DSL.table(DSL.name("parents"))));
        assertThat(parents).isEqualTo(1);
    }

    private static Parent parent(Consumer<Parent> change) {
        Parent parent = new Parent(10);
        change.accept(parent);
        return parent;
    }

    private boolean isOn(Engine engine) {
        return opened.db().engine() == engine;
    }

    @Test
    void aDuplicateKey() {
        refuses(
                DuplicateKeyException.class,
                "uq_parents_code",
                "code",
                "c1",
                uow -> uow.add(parent(twin -> twin.code = "c1")));
        refuses(DuplicateKeyException.class, isOn(Engine.MARIADB) ? "PRIMARY" : "pk_parents", "id", "1", uow -> {
            Parent twin = new Parent(1);
            twin.code = "other";
            uow.add(twin);
        });
    }

    @Test
    void aKeyThatTheUnitOfWorkKnowsAlready() {
        Throwable failure = catchThrowable(() -> run(uow -> {
            uow.get(Parent.class, 1L);
            uow.add(new Parent(1));
            uow.flush();
        }));
        assertThat(failure).isInstanceOf(DuplicateKeyException.class);
        assertThat(((ConstraintViolation) failure).details())
                .isEqualTo(new ConstraintDetails(null, "parents", List.of("id")).with(Map.of("id", "1")));
    }

    @Test
    void aMissingParent() {
        refuses(
                MissingParentException.class,
                "fk_children_parents",
                "parent_id",
                "4711",
                uow -> uow.add(new Child(10, uow.session().getReference(Parent.class, 4711L))));
    }

    @Test
    void aChildThatIsStillThere() {
        refuses(
                ChildExistsException.class,
                "fk_children_parents",
                "parent_id",
                "1",
                uow -> uow.delete(uow.get(Parent.class, 1L)));
    }

    @Test
    void aNull() {
        refuses(
                NullValueException.class,
                null,
                "name",
                "null",
                uow -> uow.add(parent(nameless -> nameless.name = null)));
        refuses(NullValueException.class, null, "name", "null", uow -> uow.get(Parent.class, 1L).name = null);
    }

    @Test
    void aValueThatIsTooLong() {
        String constraint = isOn(Engine.SQLITE) ? "ck_parents_name_length" : null;
        refuses(
                ValueTooLongException.class,
                constraint,
                "name",
                "far too long",
                uow -> uow.add(parent(wordy -> wordy.name = "far too long")));
        refuses(
                ValueTooLongException.class,
                constraint,
                "name",
                "far too long",
                uow -> uow.get(Parent.class, 1L).name = "far too long");
    }

    @Test
    void aFailedCheck() {
        refuses(
                CheckFailedException.class,
                "ck_parents_amount",
                "amount",
                "-1",
                uow -> uow.add(parent(poor -> poor.amount = -1)));
        refuses(
                CheckFailedException.class,
                "ck_parents_amount",
                "amount",
                "-1",
                uow -> uow.get(Parent.class, 1L).amount = -1);
    }
}
