package dev.dovetail.migrations.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import dev.dovetail.migrations.support.SchemaBench;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the rules say of SQLite is what it does. */
@OnEachDatabase(TestEngine.SQLITE)
class SqliteClaimsTest {

    private final SchemaBench bench;

    SqliteClaimsTest(TestDatabase database) {
        this.bench = new SchemaBench(database);
    }

    @BeforeEach
    void tables() {
        bench.clear();
        bench.run(List.of(
                "create table users (id integer primary key, name text)", "insert into users values (1, 'Ann')"));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void columnsThatTheRulesNameAreNotAdded() {
        for (String refused : List.of(
                "alter table users add column email text unique",
                "alter table users add column n integer primary key",
                "alter table users add column at text default current_timestamp",
                "alter table users add column n generated always as (id * 2) stored",
                "alter table users add column age integer not null")) {
            assertThatThrownBy(() -> bench.run(List.of(refused))).as(refused).isInstanceOf(IllegalStateException.class);
        }
        bench.run(List.of(
                "alter table users add column age integer default 0 not null",
                "alter table users add column n generated always as (id * 2) virtual"));
    }

    @Test
    void decimalsBeyondFifteenDigitsChange() {
        bench.run(List.of(
                "create table a (total numeric(19, 4), kept decimal_text(19, 4))",
                "insert into a values ('123456789012345.1234', '123456789012345.1234')"));
        assertThat(bench.strings("select printf('%.4f', total) from a")).doesNotContain("123456789012345.1234");
        assertThat(bench.strings("select kept from a")).containsExactly("123456789012345.1234");
    }

    @Test
    void aPragmaForForeignKeysDoesNothingInATransaction() {
        bench.run(List.of("pragma foreign_keys = on", "begin", "pragma foreign_keys = off"));
        assertThat(bench.strings("pragma foreign_keys")).containsExactly("1");
        bench.run(List.of("commit", "pragma foreign_keys = off"));
        assertThat(bench.strings("pragma foreign_keys")).containsExactly("0");
    }
}
