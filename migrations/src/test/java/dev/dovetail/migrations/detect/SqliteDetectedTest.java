package dev.dovetail.migrations.detect;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is special about SQLite: the text that it keeps, and the new table that takes the place of the old one. */
@OnEachDatabase(TestEngine.SQLITE)
@Timeout(120)
class SqliteDetectedTest {

    private final TestDatabase database;
    private SchemaBench bench;

    SqliteDetectedTest(TestDatabase database) {
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

    @Test
    void whatIsSaidBesideAColumnAndBehindAllColumnsIsTheSame() {
        Schema beside = bench.schema(List.of(
                "create table p (id integer primary key)",
                "CREATE TABLE [t] (id INTEGER CONSTRAINT pk PRIMARY KEY, `p` bigint constraint fk references P (id) on delete"
                        + " cascade /* why */, \"n\" text NOT NULL DEFAULT ('x') constraint c check(length(n)>1))"));
        Schema behind = bench.schema(List.of(
                "create table p (id integer primary key)",
                "create table t (id integer, p bigint, n text default 'x' not null, constraint pk primary key (id),"
                        + " constraint fk foreign key (p) references p on delete cascade,"
                        + " constraint c check (length (n) > 1)) -- end"));
        assertThat(beside).isEqualTo(behind);
    }

    @Test
    void everyKindOfText() {
        Schema schema = bench.schema(
                List.of("create table t (a integer primary key autoincrement, b decimal(10, 2) default -1.5,"
                        + " c text collate nocase unique on conflict ignore, d generated always as (a || ')') virtual,"
                        + " e double precision default 1e-3, f blob default x'00ff', g default current_timestamp, h text default (lower('A,)')),"
                        + " foreign key (b, c) references t (a, b) match simple on update set null not deferrable initially immediate,"
                        + " unique (b desc, c))"));
        assertThat(schema.table("t")).satisfies(table -> {
            assertThat(table.columnNames()).containsExactly("a", "b", "c", "d", "e", "f", "g", "h");
            assertThat(table.column("b").orElseThrow().type()).isEqualTo("decimal(10, 2)");
            assertThat(table.column("b").orElseThrow().defaultValue()).isEqualTo("-1.5");
            assertThat(table.column("e").orElseThrow().defaultValue()).isEqualTo("1e-3");
            assertThat(table.column("f").orElseThrow().defaultValue()).isEqualTo("x'00ff'");
            assertThat(table.column("h").orElseThrow().defaultValue()).isEqualTo("(lower ('A,)'))");
            assertThat(table.constraints()).hasSize(4);
        });
    }

    @Test
    void aNewTableTakesTheRowsTheNumbersTheViewsAndTheTriggers() {
        List<String> others = List.of(
                "create view names as select name from users",
                "create view loud as select upper(name) as name from names",
                "create table log (name text)",
                "create trigger noticed after insert on users begin insert into log values (new.name); end",
                "create trigger other after insert on log begin update users set name = 'x' where id = -1; end");
        List<String> before =
                new ArrayList<>(List.of("create table users (id integer primary key autoincrement, name text)"));
        List<String> after = new ArrayList<>(List.of(
                "create table users (id integer primary key autoincrement, name varchar(50) default 'n' not null)"));
        before.addAll(others);
        after.addAll(others);
        assertThat(bench.detected(before, after)).hasSize(1);

        Schema goal = bench.schema(after);
        bench.schema(before);
        bench.run(List.of(
                "insert into users (id, name) values (7, 'Ann'), (9, null)",
                "delete from users where id = 9",
                "insert into users (id, name) values (8, null)"));
        bench.run(Ddl.of(bench.engine()).statements(SchemaChange.between(bench.read(), goal)));
        assertThat(bench.read()).isEqualTo(goal);
        assertThat(bench.strings("select id || name from users")).containsExactly("7Ann", "8n");
        bench.run(List.of("insert into users (name) values ('Bea')"));
        assertThat(bench.strings("select max(id) from users")).containsExactly("10");
        assertThat(bench.strings("select name from loud where name = 'BEA'")).hasSize(1);
        assertThat(bench.strings("select name from log where name = 'Bea'")).hasSize(1);
    }

    @Test
    void simpleStepsAreTakenInPlace() {
        Schema goal = bench.schema(List.of(
                "create table p (id integer primary key)",
                "create table t (id integer primary key, a text, p integer constraint fk references p (id),"
                        + " constraint ck check (length(a) < 9))"));
        bench.schema(
                List.of("create table p (id integer primary key)", "create table t (id integer primary key, b text)"));
        List<String> statements = Ddl.of(bench.engine()).statements(SchemaChange.between(bench.read(), goal));
        assertThat(statements).hasSize(3).allMatch(sql -> sql.startsWith("alter table \"t\" "));
    }

    @Test
    void aDefaultThatIsNoConstantComesWithANewTable() {
        String before = "create table t (id integer primary key)";
        Schema goal = bench.schema(
                List.of("create table t (id integer primary key, made text default current_timestamp not null)"));
        bench.schema(List.of(before, "insert into t values (1)"));
        // SQLite adds such a column only as long as there is no row.
        bench.run(Ddl.of(bench.engine()).statements(SchemaChange.between(bench.read(), goal)));
        assertThat(bench.read()).isEqualTo(goal);
        assertThat(bench.strings("select length(made) from t")).containsExactly("19");
    }

    @Test
    void aTriggerOnAViewGoesBeforeTheViewAndComesBehindIt() {
        List<String> others = List.of(
                "create view names as select name from users",
                "create trigger written instead of insert on names begin insert into users (name) values (new.name); end");
        List<String> before = new ArrayList<>(List.of("create table users (id integer primary key, name text)"));
        List<String> after = new ArrayList<>(List.of("create table users (id integer primary key, name varchar(9))"));
        before.addAll(others);
        after.addAll(others);
        assertThat(bench.detected(before, after)).hasSize(1);
    }

    @Test
    void otherChildrenKeepTheirRowsWhenTheParentIsMadeAnew() {
        Schema goal = bench.schema(List.of(
                "create table p (id integer primary key, n bigint)",
                "create table c (p integer references p (id) on delete cascade)"));
        bench.schema(List.of(
                "create table p (id integer primary key, n text)",
                "create table c (p integer references p (id) on delete cascade)",
                "insert into p values (1, '1')",
                "insert into c values (1)"));
        bench.run(List.of("pragma foreign_keys = off"));
        bench.run(Ddl.of(bench.engine()).statements(SchemaChange.between(bench.read(), goal)));
        assertThat(bench.strings("select p from c")).containsExactly("1");
        assertThat(bench.strings("pragma foreign_key_check")).isEmpty();
    }

    @Test
    void optionsOfATable() {
        assertThat(bench.detected(
                        List.of("create table t (id integer primary key, a text)"),
                        List.of("create table t (id integer primary key, a text) strict, without rowid")))
                .hasSize(1);
    }

    @Test
    void indexesOfEveryKind() {
        String table = "create table t (id integer primary key, a text, b integer)";
        for (String index : List.of(
                "create index i on t (lower(a))",
                "create index i on t (a) where b > 0",
                "create unique index i on t (a collate nocase desc, b)")) {
            assertThat(bench.detected(List.of(table), List.of(table, index)))
                    .as(index)
                    .hasSize(1);
            assertThat(bench.detected(List.of(table, "create index i on t (b)"), List.of(table, index)))
                    .as(index)
                    .hasSize(1);
        }
    }

    @Test
    void aRenamedTableInViewsTriggersAndKeys() {
        assertThat(bench.detected(
                        List.of(
                                "create table a (id integer primary key, p integer references a (id))",
                                "create view v as select id from a",
                                "create trigger x after insert on a begin delete from a where id < 0; end"),
                        List.of(
                                "create table b (id integer primary key, p integer references b (id))",
                                "create view v as select id from b",
                                "create trigger x after insert on b begin delete from b where id < 0; end"),
                        Rename.ofTable("a", "b")))
                .containsExactly("renamed table a to b");
    }

    @Test
    void aVirtualTableIsOneThingThatTheModelDoesNotSpeakOf() {
        Schema schema = bench.schema(List.of("create virtual table found using fts5 (name)"));
        assertThat(schema.tables()).isEmpty();
        assertThat(schema.others())
                .singleElement()
                .satisfies(other -> assertThat(other.title()).isEqualTo("virtual table found"));
        bench.run(List.of("drop table found"));
    }

    @Test
    void namesThatNeedQuotes() {
        assertThat(bench.detected(
                        List.of(
                                "create table \"order\" (\"select\" integer primary key, [a b] text, check (\"a b\" <> 'x'))"),
                        List.of(
                                "create table \"order\" (\"select\" integer primary key, [a b] varchar(9), `a \"b` text, check (\"a b\" <> 'x'))",
                                "create index \"i x\" on \"order\" (\"a \"\"b\")")))
                .hasSize(3);
    }
}
