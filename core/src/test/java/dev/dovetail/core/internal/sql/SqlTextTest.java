package dev.dovetail.core.internal.sql;

import static dev.dovetail.core.engine.Engine.H2;
import static dev.dovetail.core.engine.Engine.MARIADB;
import static dev.dovetail.core.engine.Engine.POSTGRESQL;
import static dev.dovetail.core.engine.Engine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.core.engine.Engine;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1",
                "  SELECT * from deleted_rows",
                "-- note\nselect 1",
                "/* delete */ (select 1) union (select 2)",
                "with a as (select 1) select * from a",
                "with a as (select 'delete from t') select \"update\", '--' from a -- insert",
                "with a as (select 1) select * from a for update",
                "select * from t for no key update",
                "values (1)",
                "explain select 1",
                "table users",
                "pragma foreign_keys",
                "pragma table_info(t)",
                "pragma main.index_list('t')",
                "select 'into', 'it''s delete', \"into\" from t",
                "select 1;",
                "select 1; select 2",
                "select into_date, merged, updates from t",
            })
    void queriesDoNotWrite(String sql) {
        for (Engine engine : Engine.values()) {
            assertThat(SqlText.mayWrite(engine, sql)).as(engine + ": " + sql).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into t values (1)",
                "update t set a = 1",
                "/* select */ delete from t",
                "with gone as (delete from t returning *) select * from gone",
                "with a as (select 1) insert into t select * from a",
                "select * from (with gone as (delete from t returning *) select * from gone)",
                "explain analyze delete from t",
                "select * into copy from t",
                "select * from final table (insert into t values (1))",
                "select * from old  table(delete from t)",
                "SELECT * FROM NEW\nTABLE (update t set a = 1)",
                "drop table t",
                "pragma journal_mode = delete",
                "pragma journal_mode(delete)",
                "pragma wal_checkpoint",
                "pragma main . wal_checkpoint",
                "call something()",
                "{call something()}",
                "set transaction read write",
                "select 1; delete from t",
                "select '\\'; delete from t --'",
                ";;",
                "-- nothing",
                "",
            })
    void everythingElseMayWrite(String sql) {
        List<Engine> engines = sql.contains("\\") ? List.of(SQLITE, POSTGRESQL, H2) : List.of(Engine.values());
        for (Engine engine : engines) {
            assertThat(SqlText.mayWrite(engine, sql)).as(engine + ": " + sql).isTrue();
        }
    }

    @Test
    void literalsQuotesAndCommentsAreThoseOfTheEngine() {
        assertThat(SqlText.mayWrite(MARIADB, "select '\\'; delete from t --'")).isFalse();
        assertThat(SqlText.mayWrite(MARIADB, "select 1--1; delete from t")).isTrue();
        assertThat(SqlText.mayWrite(MARIADB, "select 1 # ; delete from t")).isFalse();
        assertThat(SqlText.mayWrite(MARIADB, "select 1 /*!50000 into outfile 'x' */"))
                .isTrue();
        assertThat(SqlText.mayWrite(MARIADB, "select `a; delete`")).isFalse();
        assertThat(SqlText.mayWrite(POSTGRESQL, "select E'\\'; delete from t --'"))
                .isFalse();
        assertThat(SqlText.mayWrite(POSTGRESQL, "select $$; delete from t$$, $a$ $$ ; delete $a$"))
                .isFalse();
        assertThat(SqlText.mayWrite(POSTGRESQL, "select $1; delete from t where a = $1"))
                .isTrue();
        assertThat(SqlText.mayWrite(POSTGRESQL, "select 1 # 2; delete from t")).isTrue();
        assertThat(SqlText.mayWrite(POSTGRESQL, "select 1 /* /* */ ; delete from t */"))
                .isFalse();
        assertThat(SqlText.mayWrite(SQLITE, "select 1 /* /* */ ; delete from t -- */"))
                .isTrue();
        assertThat(SqlText.mayWrite(SQLITE, "select [a; delete] from t")).isFalse();
        assertThat(SqlText.mayWrite(SQLITE, "pragma \"wal_checkpoint\"")).isTrue();
        assertThat(SqlText.mayWrite(SQLITE, "pragma \"main\".[table_info](t)")).isFalse();
        assertThat(SqlText.mayWrite(POSTGRESQL, "select a[1]; delete from t")).isTrue();
        assertThat(SqlText.mayWrite(H2, "select 1 // ; delete from t")).isFalse();
        assertThat(SqlText.mayWrite(H2, "select $$; delete$$")).isFalse();
    }

    @Test
    @Timeout(10)
    void aHugeTextIsReadInOneGo() {
        String comments = "/* */ -- \n(".repeat(100_000);
        assertThat(SqlText.mayWrite(POSTGRESQL, comments + "select 1")).isFalse();
        assertThat(SqlText.mayWrite(POSTGRESQL, "select '" + "a".repeat(1_000_000)))
                .isFalse();
        assertThat(SqlText.mayWrite(POSTGRESQL, "/*".repeat(500_000))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "commit",
                " /* x */ ROLLBACK",
                "rollback to savepoint a",
                "begin",
                "begin immediate",
                "start transaction",
                "end",
                "abort",
                "savepoint a",
                "release savepoint a",
                "prepare transaction 'a'",
                "set autocommit = 1",
                "set session autocommit = 1",
                "set @a = 'x', @@session.autocommit = 1",
                "select 1; set @@autocommit = 1",
                "select 1; commit",
                "delete from t;\n-- now\ncommit",
            })
    void whatBeginsOrEndsATransactionIsSeen(String sql) {
        for (Engine engine : Engine.values()) {
            assertThat(SqlText.controlsTransaction(engine, sql))
                    .as(engine + ": " + sql)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 'commit; rollback'",
                "insert into t values ('; commit')",
                "create trigger a after insert on t begin update t set a = 1; end",
                "begin not atomic select 1; end",
                "do $$ begin perform 1; end $$",
                "prepare plan as select 1",
                "set search_path = a",
                "set a = 'autocommit'; select autocommit",
                "update commits set a = 1",
                "select 1; select 2;",
                "",
            })
    void otherStatementsLeaveTheTransactionAlone(String sql) {
        for (Engine engine : Engine.values()) {
            assertThat(SqlText.controlsTransaction(engine, sql))
                    .as(engine + ": " + sql)
                    .isFalse();
        }
    }
}
