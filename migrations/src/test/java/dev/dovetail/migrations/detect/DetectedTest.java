package dev.dovetail.migrations.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import dev.dovetail.migrations.catalog.Schema;
import dev.dovetail.migrations.ddl.Ddl;
import dev.dovetail.migrations.diff.Rename;
import dev.dovetail.migrations.diff.SchemaChange;
import dev.dovetail.migrations.support.SchemaBench;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What Alembic's list of "detects" names, and more; each change is carried out up and down, and the catalog compared. The
 * statements are those of SQLite and PostgreSQL alike.
 */
@OnEachDatabase({TestEngine.SQLITE, TestEngine.POSTGRESQL, TestEngine.H2, TestEngine.MARIADB})
@Timeout(120)
class DetectedTest {

    private static final String USERS =
            "create table users (id bigint not null, name varchar(50)," + " constraint pk_users primary key (id))";
    private static final String ORDERS = "create table orders (id bigint not null, user_id bigint, total integer,"
            + " constraint pk_orders primary key (id))";

    private final TestDatabase database;
    private SchemaBench bench;

    DetectedTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        bench = new SchemaBench(database);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private List<String> detected(List<String> before, List<String> after, Rename... renames) {
        return bench.detected(before, after, renames).stream()
                .map(line -> line.toLowerCase(Locale.ROOT))
                .toList();
    }

    private boolean is(Engine engine) {
        return bench.engine() == engine;
    }

    /** With the column lists of a table in place of {@code %s}. */
    private static String table(String... parts) {
        return "create table users (id bigint not null, " + String.join(", ", parts)
                + ", constraint pk_users primary key (id))";
    }

    @Test
    void nothing() {
        assertThat(detected(List.of(USERS, ORDERS), List.of(USERS, ORDERS))).isEmpty();
    }

    @Test
    void anAddedAndARemovedTable() {
        assertThat(detected(List.of(USERS), List.of(USERS, ORDERS)))
                .containsExactly("added table orders (id, user_id, total)");
        assertThat(detected(List.of(USERS, ORDERS), List.of(USERS))).containsExactly("removed table orders");
    }

    @Test
    void tablesThatReferToEachOther() {
        List<String> circle = List.of(
                "create table a (id bigint not null, b_id bigint, constraint pk_a primary key (id)"
                        + (is(Engine.SQLITE) ? ", constraint fk_a foreign key (b_id) references b (id)" : "") + ")",
                "create table b (id bigint not null, a_id bigint, constraint pk_b primary key (id),"
                        + " constraint fk_b foreign key (a_id) references a (id))");
        List<String> all = new ArrayList<>(circle);
        if (!is(Engine.SQLITE)) {
            all.add("alter table a add constraint fk_a foreign key (b_id) references b (id)");
        }
        assertThat(detected(List.of(USERS), List.of(USERS))).isEmpty();
        List<String> after = new ArrayList<>(all);
        after.add(USERS);
        assertThat(detected(List.of(USERS), after))
                .containsExactly("added table a (id, b_id)", "added table b (id, a_id)");
    }

    @Test
    void anAddedAndARemovedColumn() {
        assertThat(detected(List.of(USERS), List.of(table("name varchar(50)", "email varchar(100)"))))
                .singleElement()
                .asString()
                .startsWith("added column users.email ");
        assertThat(detected(List.of(USERS), List.of(table("name varchar(50)", "age integer default 1 not null"))))
                .singleElement()
                .asString()
                .startsWith("added column users.age ")
                .endsWith("default 1 not null");
        assertThat(detected(List.of(USERS), List.of(table("name varchar(50)", "age integer not null"))))
                .singleElement()
                .asString()
                .contains("rows that are there need a value");
    }

    @Test
    void aChangeOfNullability() {
        assertThat(detected(List.of(USERS), List.of(table("name varchar(50) not null"))))
                .containsExactly("changed column users.name: null -> not null");
    }

    @Test
    void aChangeOfTypeLengthAndPrecision() {
        assertThat(detected(List.of(table("n integer")), List.of(table("n bigint"))))
                .hasSize(1);
        assertThat(detected(List.of(table("name varchar(50)")), List.of(table("name varchar(80)"))))
                .singleElement()
                .asString()
                .contains("type ", "(50) -> ", "(80)");
        assertThat(detected(List.of(table("n decimal(10,2)")), List.of(table("n decimal(12,4)"))))
                .singleElement()
                .asString()
                .contains("10", "12");
        assertThat(detected(List.of(table("n integer")), List.of(table("n varchar(30)"))))
                .hasSize(1);
    }

    @Test
    void aChangedDefault() {
        assertThat(detected(List.of(table("n integer default 1")), List.of(table("n integer default 2"))))
                .containsExactly("changed column users.n: default 1 -> 2");
        assertThat(detected(List.of(table("n integer default 1")), List.of(table("n integer"))))
                .containsExactly("changed column users.n: default 1 -> none");
        assertThat(detected(
                        List.of(table("name varchar(50)")),
                        List.of(table("name varchar(50) default 'it''s' not null"))))
                .singleElement()
                .asString()
                .contains("default none -> ", "it''s", "null -> not null");
    }

    @Test
    void aTypeWithADefault() {
        assertThat(detected(List.of(table("n integer default 1")), List.of(table("n bigint default 7"))))
                .hasSize(1);
    }

    @Test
    void aNamedUniqueConstraint() {
        assertThat(detected(
                        List.of(table("name varchar(50)")),
                        List.of(table("name varchar(50)", "constraint uq_users_name unique (name)"))))
                .singleElement()
                .asString()
                .startsWith("added unique uq_users_name on users: unique");
        assertThat(detected(
                        List.of(table("a integer", "b integer", "constraint uq_users unique (a)")),
                        List.of(table("a integer", "b integer", "constraint uq_users unique (a, b)"))))
                .singleElement()
                .asString()
                .startsWith("changed unique uq_users on users: ");
    }

    @Test
    void anIndexItsColumnsAndItsDirection() {
        String index = "create index ix_users_name on users (name)";
        assertThat(detected(List.of(USERS), List.of(USERS, index)))
                .singleElement()
                .asString()
                .startsWith("added index ix_users_name on users: ");
        assertThat(detected(List.of(USERS, index), List.of(USERS, "create index ix_users_name on users (name, id)")))
                .singleElement()
                .asString()
                .startsWith("changed index ix_users_name on users: ");
        assertThat(detected(List.of(USERS, index), List.of(USERS, "create index ix_users_name2 on users (name)")))
                .containsExactly("renamed index ix_users_name on users to ix_users_name2");
        if (!is(Engine.MARIADB)) {
            assertThat(detected(
                            List.of(USERS, index), List.of(USERS, "create index ix_users_name on users (name desc)")))
                    .hasSize(1);
        }
        assertThat(detected(List.of(USERS, index), List.of(USERS, "create unique index ix_users_name on users (name)")))
                .isNotEmpty();
    }

    @Test
    void aForeignKeyAndItsActions() {
        String key = "constraint fk_orders_user_id foreign key (user_id) references users (id)";
        String with = ORDERS.substring(0, ORDERS.length() - 1) + ", " + key;
        assertThat(detected(List.of(USERS, ORDERS), List.of(USERS, with + ")")))
                .singleElement()
                .asString()
                .startsWith("added foreign key fk_orders_user_id on orders: foreign key");
        assertThat(detected(List.of(USERS, with + ")"), List.of(USERS, with + " on delete cascade)")))
                .singleElement()
                .asString()
                .startsWith("changed foreign key fk_orders_user_id on orders: ")
                .endsWith("on delete cascade");
        assertThat(detected(
                        List.of(USERS, with + " on delete set null)"),
                        List.of(USERS, with + " on delete set null on update cascade)")))
                .hasSize(1);
    }

    @Test
    void aNewColumnWithAForeignKey() {
        String orders =
                "create table orders (id bigint not null, total integer%s, constraint pk_orders primary key (id)%s)";
        assertThat(detected(
                        List.of(USERS, orders.formatted("", "")),
                        List.of(
                                USERS,
                                orders.formatted(
                                        ", user_id bigint",
                                        ", constraint fk_orders_user_id foreign key (user_id) references users (id)"))))
                .hasSize(2);
    }

    @Test
    void aCheck() {
        assertThat(detected(
                        List.of(table("age integer")),
                        List.of(table("age integer", "constraint ck_users_age check (age >= 0)"))))
                .singleElement()
                .asString()
                .startsWith("added check ck_users_age on users: check");
        assertThat(detected(
                        List.of(table("s varchar(9)", "constraint ck_users_s check (s in ('A', 'B'))")),
                        List.of(table("s varchar(9)", "constraint ck_users_s check (s in ('A', 'B', 'C'))"))))
                .singleElement()
                .asString()
                .startsWith("changed check ck_users_s on users: ");
    }

    @Test
    void aChangeOfThePrimaryKey() {
        assertThat(
                        detected(
                                List.of(
                                        "create table t (a integer not null, b integer not null, constraint pk_t primary key (a))"),
                                List.of(
                                        "create table t (a integer not null, b integer not null, constraint pk_t primary key (a, b))")))
                .isNotEmpty();
    }

    @Test
    void aKeyThatOthersReferTo() {
        String orders =
                "create table orders (id bigint not null, user_id bigint, constraint pk_orders primary key (id),"
                        + " constraint fk_orders foreign key (user_id) references users (id))";
        String narrow =
                "create table users (id integer not null, name varchar(50), constraint pk_users primary key (id))";
        String narrowOrders = "create table orders (id bigint not null, user_id integer,"
                + " constraint pk_orders primary key (id),"
                + " constraint fk_orders foreign key (user_id) references users (id))";
        assertThat(detected(List.of(narrow, narrowOrders), List.of(USERS, orders)))
                .hasSize(2);
    }

    @Test
    void aRenamedTableKeepsItsPlace() {
        assertThat(detected(
                        List.of(USERS, ORDERS),
                        List.of(ORDERS, USERS.replace("users", "people")),
                        Rename.ofTable("users", "people")))
                .contains("renamed table users to people")
                .noneMatch(line -> line.startsWith("added") || line.startsWith("removed"));
    }

    @Test
    void aRenamedColumnWithItsIndexAndCheck() {
        List<String> before = List.of(
                table("age integer", "constraint ck_users_age check (age > 0)"), "create index ix_age on users (age)");
        List<String> after = List.of(
                table("years integer", "constraint ck_users_age check (years > 0)"),
                "create index ix_age on users (years)");
        assertThat(detected(before, after, Rename.ofColumn("users", "age", "years")))
                .containsExactly("renamed column users.age to users.years");
    }

    @Test
    void aColumnThatTakesNoNullAnyMoreGetsItsDefaultWhereThereWasNone() {
        Schema goal = bench.schema(List.of(table("name varchar(50) default 'nobody' not null")));
        bench.schema(List.of(
                table("name varchar(50) default 'nobody'"),
                "insert into users (id, name) values (1, null)",
                "insert into users (id, name) values (2, 'Ann')"));
        bench.run(Ddl.of(bench.engine()).statements(SchemaChange.between(bench.read(), goal)));
        assertThat(bench.strings("select name from users order by id")).containsExactly("nobody", "Ann");
        assertThat(bench.read().withoutColumnOrder()).isEqualTo(goal.withoutColumnOrder());
    }

    @Test
    void anIdentityThatComesAndGoes() {
        String numbered = switch (bench.engine()) {
            case SQLITE -> "create table t (id integer primary key autoincrement, n integer)";
            case POSTGRESQL, H2 ->
                "create table t (id bigint generated by default as identity, n integer, primary key (id))";
            case MARIADB, MYSQL -> "create table t (id bigint not null auto_increment, n integer, primary key (id))";
        };
        String plain = is(Engine.SQLITE)
                ? "create table t (id integer primary key, n integer)"
                : "create table t (id bigint not null, n integer, primary key (id))";
        assertThat(detected(List.of(numbered), List.of(plain))).isNotEmpty();
        assertThat(detected(List.of(plain), List.of(numbered))).isNotEmpty();

        Schema goal = bench.schema(List.of(numbered));
        bench.schema(List.of(plain, "insert into t (id, n) values (41, 1)"));
        bench.run(Ddl.of(bench.engine()).statements(SchemaChange.between(bench.read(), goal)));
        bench.run(List.of("insert into t (n) values (2)"));
        assertThat(bench.strings("select max(id) from t")).containsExactly("42");
    }

    @Test
    void whatIsSaidAboutATable() {
        List<String> plain = List.of(USERS);
        List<String> commented = switch (bench.engine()) {
            case SQLITE -> plain;
            case POSTGRESQL, H2 -> List.of(USERS, "comment on table users is 'those who buy'");
            case MARIADB, MYSQL -> List.of(USERS + " comment 'those who buy'");
        };
        assertThat(detected(plain, commented)).hasSize(is(Engine.SQLITE) ? 0 : 1);
        assertThat(detected(commented, plain)).hasSize(is(Engine.SQLITE) ? 0 : 1);
    }
}
