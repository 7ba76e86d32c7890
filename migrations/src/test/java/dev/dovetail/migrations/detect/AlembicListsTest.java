package dev.dovetail.migrations.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.migrations.diff.Rename;
import dev.dovetail.migrations.support.SchemaBench;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Every line of what Alembic's documentation says that its autogenerate detects, detects if asked, cannot detect, and will
 * detect some day: here all of it is found, and carried out up and down. The details have tests beside this one.
 */
@OnEachDatabase
@Timeout(120)
class AlembicListsTest {

    private static final String USERS = table("name varchar(50)");
    private static final String ORDERS =
            "create table orders (id bigint not null, user_id bigint, constraint pk_orders primary key (id)%s)";

    private final TestDatabase database;
    private SchemaBench bench;

    AlembicListsTest(TestDatabase database) {
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

    private static String table(String... parts) {
        return "create table users (id bigint not null, " + String.join(", ", parts)
                + ", constraint pk_users primary key (id))";
    }

    private List<String> detected(List<String> before, List<String> after, Rename... renames) {
        return bench.detected(before, after, renames).stream()
                .map(line -> line.toLowerCase(Locale.ROOT))
                .toList();
    }

    private List<String> columns(String before, String after) {
        return detected(List.of(table(before)), List.of(table(after)));
    }

    @Nested
    class Detected {

        @Test
        void tableAdditionsAndRemovals() {
            String orders = ORDERS.formatted("");
            assertThat(detected(List.of(USERS), List.of(USERS, orders)))
                    .containsExactly("added table orders (id, user_id)");
            assertThat(detected(List.of(USERS, orders), List.of(USERS))).containsExactly("removed table orders");
        }

        @Test
        void columnAdditionsAndRemovals() {
            assertThat(columns("name varchar(50)", "name varchar(50), age integer"))
                    .singleElement()
                    .asString()
                    .startsWith("added column users.age ");
            assertThat(columns("name varchar(50), age integer", "name varchar(50)"))
                    .containsExactly("removed column users.age integer");
        }

        @Test
        void changeOfNullableStatus() {
            assertThat(columns("name varchar(50)", "name varchar(50) not null"))
                    .containsExactly("changed column users.name: null -> not null");
            assertThat(columns("name varchar(50) not null", "name varchar(50)"))
                    .containsExactly("changed column users.name: not null -> null");
        }

        @Test
        void basicChangesInIndexes() {
            String index = "create index ix_users_name on users (name)";
            assertThat(detected(List.of(USERS), List.of(USERS, index))).hasSize(1);
            assertThat(detected(List.of(USERS, index), List.of(USERS))).hasSize(1);
            assertThat(detected(List.of(USERS, index), List.of(USERS, index.replace("(name)", "(name, id)"))))
                    .singleElement()
                    .asString()
                    .startsWith("changed index ix_users_name");
        }

        @Test
        void explicitlyNamedUniqueConstraints() {
            String unique = "name varchar(50), constraint uq_users_name unique (name)";
            assertThat(columns("name varchar(50)", unique))
                    .singleElement()
                    .asString()
                    .startsWith("added unique uq_users_name");
            assertThat(columns(unique, "name varchar(50)"))
                    .singleElement()
                    .asString()
                    .startsWith("removed unique uq_users_name");
        }

        @Test
        void basicChangesInForeignKeys() {
            String key = ", constraint fk_orders_user_id foreign key (user_id) references users (id)";
            assertThat(detected(List.of(USERS, ORDERS.formatted("")), List.of(USERS, ORDERS.formatted(key))))
                    .singleElement()
                    .asString()
                    .startsWith("added foreign key fk_orders_user_id");
            assertThat(detected(
                            List.of(USERS, ORDERS.formatted(key)),
                            List.of(USERS, ORDERS.formatted(key + " on delete cascade"))))
                    .singleElement()
                    .asString()
                    .endsWith("on delete cascade");
        }
    }

    @Nested
    class DetectedIfAsked {

        @Test
        void changeOfColumnType() {
            assertThat(columns("n numeric(10, 2)", "n varchar(20)")).hasSize(1);
            assertThat(columns("n varchar(20)", "n varchar(30)")).hasSize(1);
            assertThat(columns("n numeric(10, 2)", "n numeric(12, 2)")).hasSize(1);
            assertThat(columns("n integer", "n bigint")).hasSize(1);
        }

        @Test
        void aTypeArgumentThatOnlyOneOfTheTwoHas() {
            assertThat(columns("n numeric(10)", "n numeric(10, 2)")).hasSize(1);
            assertThat(columns("n varchar", "n varchar(10)")).hasSize(1);
        }

        @Test
        void changeOfServerDefault() {
            assertThat(columns("n integer default 1", "n integer default 2"))
                    .containsExactly("changed column users.n: default 1 -> 2");
            assertThat(columns("n timestamp", "n timestamp default current_timestamp"))
                    .hasSize(1);
            assertThat(columns("n integer default (1 + 1)", "n integer default (1 + 1)"))
                    .isEmpty();
        }
    }

    @Nested
    class NotDetectedByAlembic {

        @Test
        void changesOfTableName() {
            assertThat(detected(
                            List.of(USERS),
                            List.of(USERS.replace("users", "people")),
                            Rename.ofTable("users", "people")))
                    .contains("renamed table users to people")
                    .noneMatch(line -> line.startsWith("removed table"));
        }

        @Test
        void changesOfColumnName() {
            assertThat(detected(
                            List.of(table("name varchar(50)")),
                            List.of(table("full_name varchar(50)")),
                            Rename.ofColumn("users", "name", "full_name")))
                    .containsExactly("renamed column users.name to users.full_name");
        }

        @Test
        void anonymouslyNamedConstraints() {
            assertThat(columns("name varchar(50)", "name varchar(50) unique")).hasSize(1);
            assertThat(columns("name varchar(50), unique (name)", "name varchar(50)"))
                    .hasSize(1);
            assertThat(columns("n integer check (n > 0)", "n integer check (n > 1)"))
                    .isNotEmpty();
            assertThat(columns("n integer, check (n > 0)", "n integer")).hasSize(1);
        }

        @Test
        void anEnumThatIsATextWithACheck() {
            String kind = "kind varchar(9), constraint ck_users_kind check (kind in ('A', 'B'%s))";
            assertThat(columns(kind.formatted(""), kind.formatted(", 'C'")))
                    .singleElement()
                    .asString()
                    .startsWith("changed check ck_users_kind");
        }
    }

    @Nested
    class NotYetDetectedByAlembic {

        @Test
        void aFreeStandingPrimaryKey() {
            String keyless = "create table t (a integer not null, b integer not null%s)";
            String key = ", constraint pk_t primary key (a)";
            assertThat(detected(List.of(keyless.formatted("")), List.of(keyless.formatted(key))))
                    .singleElement()
                    .asString()
                    .startsWith("added primary key pk_t");
            assertThat(detected(List.of(keyless.formatted(key)), List.of(keyless.formatted(""))))
                    .hasSize(1);
            assertThat(detected(
                            List.of(keyless.formatted(key)), List.of(keyless.formatted(key.replace("(a)", "(a, b)")))))
                    .isNotEmpty();
        }

        @Test
        void aFreeStandingCheck() {
            assertThat(columns("n integer", "n integer, constraint ck_users_n check (n > 0)"))
                    .singleElement()
                    .asString()
                    .startsWith("added check ck_users_n");
            assertThat(columns("n integer, constraint ck_users_n check (n > 0)", "n integer"))
                    .hasSize(1);
        }

        /** SQLite has neither of these, and says so itself. */
        @Test
        void exclusionsAndSequences() {
            if (bench.engine() == Engine.SQLITE) {
                assertThat(columns("n integer", "n integer")).isEmpty();
                return;
            }
            String room = "create table rooms (id bigint primary key, at tsrange%s)";
            assertThat(detected(
                            List.of(room.formatted("")),
                            List.of(room.formatted(", constraint ex_rooms exclude using gist (at with &&)"))))
                    .singleElement()
                    .asString()
                    .startsWith("added exclusion ex_rooms");
            assertThat(detected(List.of(USERS), List.of(USERS, "create sequence numbers increment by 5")))
                    .singleElement()
                    .asString()
                    .startsWith("added sequence numbers");
            assertThat(detected(
                            List.of(USERS, "create sequence numbers increment by 5"),
                            List.of(USERS, "create sequence numbers increment by 10")))
                    .hasSize(1);
            assertThat(detected(List.of(USERS, "create sequence numbers"), List.of(USERS)))
                    .containsExactly("removed sequence numbers");
        }
    }
}
