package dev.dovetail.core.error;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.core.Database;
import dev.dovetail.core.engine.Engine;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import jakarta.data.exceptions.EntityExistsException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The same slip gives the same exception on every engine, with as much as the engine tells. */
@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class ConstraintFailuresTest {

    private static final String SQLITE_LENGTH = ", constraint ck_users_email_length check (length(email) <= 20)";
    private final Database db;

    ConstraintFailuresTest(TestDatabase database) {
        db = Database.open(database.url());
        List<String> schema = List.of(
                "drop table if exists orders",
                "drop table if exists users",
                "create table users (id bigint not null, email varchar(20) not null, age int,"
                        + " constraint pk_users primary key (id), constraint uq_users_email unique (email),"
                        + " constraint ck_users_age check (age >= 0)"
                        + (db.engine() == Engine.SQLITE ? SQLITE_LENGTH : "") + ")",
                "create table orders (id bigint not null, user_id bigint not null, constraint pk_orders primary key (id),"
                        + " constraint fk_orders_users foreign key (user_id) references users (id))",
                "insert into users values (1, 'ann@example.com', 30)",
                "insert into orders values (1, 1)");
        schema.forEach(statement -> db.transaction(sql -> sql.execute(statement)));
    }

    @AfterEach
    void close() {
        db.close();
    }

    private <E extends Throwable> E failing(Class<E> type, String statement) {
        E failure = catchThrowableOfType(type, () -> db.transaction(sql -> sql.execute(statement)));
        assertThat(failure).as("%s on %s", statement, db.engine()).isNotNull();
        assertThat(failure.getMessage())
                .contains(db.engine().displayName())
                .contains("DVT-3")
                .contains("Fix:");
        return failure;
    }

    @Test
    void duplicateUniqueKey() {
        DuplicateKeyException failure =
                failing(DuplicateKeyException.class, "insert into users values (2, 'ann@example.com', 1)");
        assertThat(failure).isInstanceOf(EntityExistsException.class);
        assertThat(failure.details().with(Map.of()))
                .isEqualTo(new ConstraintDetails("uq_users_email", "users", List.of("email")));
    }

    @Test
    void duplicatePrimaryKey() {
        failing(DuplicateKeyException.class, "insert into users values (1, 'bob@example.com', 1)");
    }

    @Test
    void missingParent() {
        ConstraintDetails known = failing(MissingParentException.class, "insert into orders values (2, 99)")
                .details();
        assertThat(known.constraint()).isEqualTo("fk_orders_users");
    }

    @Test
    void childExists() {
        ConstraintDetails known = failing(ChildExistsException.class, "delete from users where id = 1")
                .details();
        assertThat(known.constraint()).isEqualTo("fk_orders_users");
    }

    @Test
    void nullValue() {
        ConstraintDetails known = failing(NullValueException.class, "insert into users values (2, null, 1)")
                .details();
        assertThat(known.columns()).containsExactly("email");
    }

    @Test
    void tooLong() {
        failing(ValueTooLongException.class, "insert into users values (2, 'a-very-long-address@example.com', 1)");
    }

    @Test
    void checkFailed() {
        ConstraintDetails known = failing(CheckFailedException.class, "insert into users values (2, 'b', -1)")
                .details();
        assertThat(known.constraint()).isEqualTo("ck_users_age");
    }

    @Test
    void theDriversExceptionIsTheCause() {
        Map<Class<? extends RuntimeException>, String> statements = Map.of(
                DuplicateKeyException.class, "insert into users values (1, 'x', 1)",
                NullValueException.class, "insert into users values (3, null, 1)");
        statements.forEach((type, statement) ->
                assertThat(failing(type, statement)).hasCauseInstanceOf(java.sql.SQLException.class));
    }
}
