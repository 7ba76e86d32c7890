package dev.dovetail.core.error;

import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.core.Database;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SQLite says only that some foreign key was broken; which, is found out in the transaction, and leaves nothing behind. */
@OnEachDatabase(SQLITE)
class SqliteForeignKeysTest {

    private static final Table<Record> LINES = DSL.table(DSL.name("lines"));
    private static final Field<Integer> ID = DSL.field(DSL.name("id"), SQLDataType.INTEGER);
    private static final Field<Integer> ORDER_ID = DSL.field(DSL.name("order_id"), SQLDataType.INTEGER);

    private final Database db;

    SqliteForeignKeysTest(TestDatabase database) {
        db = Database.open(database.url());
    }

    @BeforeEach
    void create() {
        for (String statement : List.of(
                "create table \"users\" (id integer primary key, name text)",
                """
                create table orders (
                  id integer primary key, -- constraint no references x
                  user_id integer not null constraint fk_orders_users references users (id) on delete cascade,
                  previous_id integer constraint ck_other check (previous_id <> id)
                    constraint fk_orders_previous references orders,
                  constraint ck check (id > 0 and 'constraint x foreign key' <> '')
                )""",
                """
                create table lines (
                  id integer primary key, order_id integer not null, product text, version integer, user_id integer references users,
                  constraint "fk of ""the"" order" foreign key (order_id) references orders (id),
                  constraint fk_lines_products foreign key (product, version) references products (name, version)
                )""",
                "create table products (name text, version integer, primary key (name, version)) without rowid",
                "create table later (user_id integer constraint fk_later references users (id) deferrable initially"
                        + " deferred)",
                "insert into users values (1, 'Ann'), (2, 'Bob')",
                "insert into products values ('a', 1)",
                "insert into orders values (1, 1, null), (2, 2, 1)",
                "insert into lines values (1, 1, 'a', 1, null)")) {
            db.transaction(sql -> sql.execute(statement));
        }
    }

    @AfterEach
    void drop() {
        try (db) {
            for (String table : List.of("later", "lines", "products", "orders", "users")) {
                db.transaction(sql -> sql.execute("drop table if exists " + table));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "insert into orders values (3, 9, null) | MissingParentException | fk_orders_users | orders | user_id",
                "insert into orders values (3, 1, 9) | MissingParentException | fk_orders_previous | orders |"
                        + " previous_id",
                "with v as (select 9 x) insert into orders select 3, x, null from v | MissingParentException |"
                        + " fk_orders_users | orders | user_id",
                "insert into lines values (2, 9, 'a', 1, null) | MissingParentException | fk of \"the\" order | lines |"
                        + " order_id",
                "insert into lines values (2, 1, 'a', 9, null) | MissingParentException | fk_lines_products | lines |"
                        + " product version",
                "insert into lines values (2, 1, 'a', 1, 9) | MissingParentException | null | lines | user_id",
                "insert into lines values (2, 1, 'a', 1, 9), (3, 1, 'a', 1, 1) | MissingParentException | null | lines |"
                        + " user_id",
                "insert into lines values (1, 9, 'a', 1, 1) on conflict (id) do update set order_id = 9 |"
                        + " MissingParentException | fk of \"the\" order | lines | order_id",
                "insert or replace into lines values (1, 9, 'a', 1, 1) | MissingParentException | fk of \"the\" order |"
                        + " lines | order_id",
                "update lines set product = 'b' | MissingParentException | fk_lines_products | lines | product version",
                "update orders set id = 7 where id = 1 | ForeignKeyException | fk_orders_previous | orders |"
                        + " previous_id",
                "update orders set previous_id = 9 where id = 1 | MissingParentException | fk_orders_previous | orders |"
                        + " previous_id",
                "update orders set \"ID\" = 7, previous_id = 9 where id = 1 | ForeignKeyException | fk_orders_previous | orders |"
                        + " previous_id",
                "update orders set rowid = 7 where id = 1 | ForeignKeyException | fk_orders_previous | orders |"
                        + " previous_id",
                "update or abort main.users set id = 7 where id = 2 | ChildExistsException | fk_orders_users | orders | user_id",
                "delete from products | ChildExistsException | fk_lines_products | lines | product version",
                "delete from users where id = 1 | ChildExistsException | fk_orders_previous | orders |"
                        + " previous_id",
            })
    void isNamed(String statement, String type, String constraint, String table, String columns) {
        if (statement.startsWith("update orders") || statement.startsWith("delete from users")) {
            // Both keys that point to this order would be broken.
            db.transaction(sql -> sql.execute("delete from lines"));
        }
        ForeignKeyException failure =
                catchThrowableOfType(ForeignKeyException.class, () -> db.transaction(sql -> sql.execute(statement)));
        assertThat(failure.getClass().getSimpleName()).isEqualTo(type);
        assertThat(failure.details().constraint()).isEqualTo(constraint);
        assertThat(failure.details().table()).isEqualTo(table);
        assertThat(String.join(" ", failure.details().columns())).isEqualTo(columns);
    }

    @Test
    void theTransactionIsAsItWasBefore() {
        db.transaction(sql -> {
            sql.execute("update users set name = 'Eve' where id = 1");
            assertThatThrownBy(() -> db.transactor().nested().run(() -> {
                        sql.execute("insert into users values (3, 'Joe')");
                        sql.execute("insert into lines values (2, 9, 'a', 1, null)");
                    }))
                    .isInstanceOf(MissingParentException.class);
            assertThatThrownBy(() -> db.transactor()
                            .nested()
                            .run(() -> sql.execute("insert into lines values (2, 8, 'a', 1, null)")))
                    .as("keys are checked at once again")
                    .isInstanceOf(MissingParentException.class);
            return sql.execute("insert into later values (1)");
        });
        assertThat(one("select name from users where id = 1")).isEqualTo("Eve");
        assertThat(one("select count(*) from users")).isEqualTo("2");
        assertThat(one("select count(*) from lines")).isEqualTo("1");
        assertThat(one("select count(*) from later")).isEqualTo("1");
    }

    @Test
    void throughEveryWayOfSending() {
        named(
                "fk of \"the\" order",
                () -> db.transaction(
                        sql -> sql.insertInto(LINES, ID, ORDER_ID).values(2, 9).execute()));
        named(
                "fk of \"the\" order",
                () -> db.transaction(sql -> sql.insertInto(LINES, ID, ORDER_ID)
                        .values(2, 9)
                        .returning(ID)
                        .fetchOne()));
        named(
                "fk of \"the\" order",
                () -> db.compile(sql -> sql.insertInto(LINES, ID, ORDER_ID).values(2, 9))
                        .execute());
        named(
                "fk of \"the\" order",
                () -> db.transactor().run(() -> {
                    Connection connection = db.access().connection();
                    try (Statement statement = connection.createStatement()) {
                        statement.executeUpdate("update lines set order_id = 9");
                    } catch (SQLException failure) {
                        throw db.access().translate(failure, "update lines set order_id = 9");
                    }
                }));
    }

    private static void named(String constraint, Runnable work) {
        assertThat(catchThrowableOfType(MissingParentException.class, work::run)
                        .details()
                        .with(Map.of()))
                .isEqualTo(new ConstraintDetails(constraint, "lines", List.of("order_id")));
    }

    @Test
    void aKeyThatIsCheckedAtCommitIsNamedThen() {
        ForeignKeyException failure = catchThrowableOfType(
                ForeignKeyException.class, () -> db.transaction(sql -> sql.execute("insert into later values (9)")));
        assertThat(failure.details()).isEqualTo(new ConstraintDetails("fk_later", "later", List.of("user_id")));
        assertThat(one("select count(*) from later")).isEqualTo("0");
        db.transaction(sql -> sql.execute("insert into later values (2)"));
        assertThat(one("select count(*) from later")).isEqualTo("1");
    }

    @Test
    void rowsThatWereBrokenBeforeAreNotBlamed() throws SQLException {
        try (Connection unchecked = db.access().openConnection().unwrap(Connection.class);
                Statement statement = unchecked.createStatement()) {
            statement.execute("pragma foreign_keys = off");
            statement.execute("insert into lines values (5, 1, 'z', 9, null)");
            statement.execute("pragma foreign_keys = on");
        }
        ForeignKeyException failure = catchThrowableOfType(
                ForeignKeyException.class,
                () -> db.transaction(sql -> sql.execute("update lines set order_id = 9 where id = 1")));
        assertThat(failure.details().constraint()).isEqualTo("fk of \"the\" order");
    }

    private String one(String query) {
        return String.valueOf(db.<Object, RuntimeException>read(sql -> sql.fetchValue(query)));
    }
}
