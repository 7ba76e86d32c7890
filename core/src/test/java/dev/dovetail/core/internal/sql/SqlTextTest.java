package dev.dovetail.core.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

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
                "values (1)",
                "explain select 1",
                "table users",
                "pragma foreign_keys",
            })
    void queriesDoNotWrite(String sql) {
        assertThat(SqlText.mayWrite(sql)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into t values (1)",
                "update t set a = 1",
                "/* select */ delete from t",
                "with gone as (delete from t returning *) select * from gone",
                "with a as (select 1) insert into t select * from a",
                "explain analyze delete from t",
                "select * into copy from t",
                "drop table t",
                "pragma journal_mode = delete",
                "call something()",
                "",
            })
    void everythingElseMayWrite(String sql) {
        assertThat(SqlText.mayWrite(sql)).isTrue();
    }
}
