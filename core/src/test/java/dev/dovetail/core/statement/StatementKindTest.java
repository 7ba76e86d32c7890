package dev.dovetail.core.statement;

import static dev.dovetail.core.statement.StatementKind.COPY;
import static dev.dovetail.core.statement.StatementKind.DDL;
import static dev.dovetail.core.statement.StatementKind.DELETE;
import static dev.dovetail.core.statement.StatementKind.INSERT;
import static dev.dovetail.core.statement.StatementKind.MERGE;
import static dev.dovetail.core.statement.StatementKind.OTHER;
import static dev.dovetail.core.statement.StatementKind.SELECT;
import static dev.dovetail.core.statement.StatementKind.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StatementKindTest {

    static Stream<Arguments> statements() {
        return Stream.of(
                arguments("select 1", SELECT),
                arguments("  -- insert\n /* update */ ((SELECT 1) union (select 2))", SELECT),
                arguments("values (1)", SELECT),
                arguments("table t", SELECT),
                arguments("with a as (select 1) select * from a for update", SELECT),
                arguments("with a as (select 'x) delete from t') select * from a", SELECT),
                arguments("with a as (select 1) delete from t where id in (select * from a)", DELETE),
                arguments("with a as (delete from t returning id) select * from a", DELETE),
                arguments(
                        "with a (x) as (values (1)) insert into t select x from a on conflict do update set x = 1",
                        INSERT),
                arguments("Insert into t values (1)", INSERT),
                arguments("replace into t values (1)", INSERT),
                arguments("update t set a = 1", UPDATE),
                arguments("delete from t", DELETE),
                arguments("merge into t using s on t.a = s.a when matched then update set b = 1", MERGE),
                arguments("create table t (a int)", DDL),
                arguments("alter table t add a int", DDL),
                arguments("truncate t", DDL),
                arguments("copy t (a) from stdin", COPY),
                arguments("explain analyze delete from t", OTHER),
                arguments("/*! delete */ from t", DELETE),
                arguments("/*!50000 delete */ from t", DELETE),
                arguments("select id from final table (insert into t values (1)) f", INSERT),
                arguments("select * from a, OLD TABLE(delete from t) where 1 = (select 2)", DELETE),
                arguments("select * from a as old join table (select 1) b on true", SELECT),
                arguments("select \"final\" table, 'new table (delete', new from t", SELECT),
                arguments("pragma user_version", OTHER),
                arguments("\"select\"", OTHER),
                arguments("'", OTHER),
                arguments("", OTHER));
    }

    @ParameterizedTest
    @MethodSource("statements")
    void isReadFromTheText(String sql, StatementKind kind) {
        assertThat(StatementKind.of(sql)).isEqualTo(kind);
    }

    @ParameterizedTest
    @MethodSource("named")
    void theTablesAreReadFromTheText(String sql, String tables) {
        assertThat(String.join(" ", Statements.tablesOf(sql))).isEqualTo(tables);
    }

    static Stream<Arguments> named() {
        return Stream.of(
                arguments("select * from a", "a"),
                arguments("select * from a as x, s.b y, \"Odd \"\"name\" where x.id = y.id", "a b Odd \"name"),
                arguments(
                        "select o.id as from_here from orders o left join order_lines l on l.order_id = o.id, c",
                        "orders order_lines c"),
                arguments("select * from a join b using (id) join (c cross join d) on true", "a b c d"),
                arguments(
                        "select (select max(x) from b), 'from c' from a -- from d\n where exists (select 1 from e)",
                        "b a e"),
                arguments("with r as (select * from a), s (n) as (select 1 from b) select r.x as a from r, s", "a b"),
                arguments(
                        "with recursive t as (select 1 union all select n from t join u on true) select * from t", "u"),
                arguments(
                        "select extract(year from born), trim(both from name), substring(x from 2 for 3) from a", "a"),
                arguments("select * from a where x is distinct from y and z is not distinct from w", "a"),
                arguments("select distinct x from a order by y, z limit 3 offset 2", "a"),
                arguments("select * from unnest(?) as x, generate_series(1, 3), a", "a"),
                arguments("select * from (values (1, 2)) as v, lateral (select * from b) w for update of a", "b"),
                arguments("select * from a fetch first 5 rows only for no key update", "a"),
                arguments("insert into `s`.`a` (x, y) select p, q from b on duplicate key update x = 1, y = 2", "a b"),
                arguments(
                        "insert into a (x) values (?), (?) on conflict (x) do update set y = excluded.y returning x, y",
                        "a"),
                arguments("insert or ignore into a values (1)", "a"),
                arguments("update only a set x = (select 1 from b), y = 2 from c, d where a.id = c.id", "a b"),
                arguments("delete from a using b where a.x = b.x", "a b"),
                arguments(
                        "merge into a using (select * from b) s on a.i = s.i when matched then update set x = 1, y = 2",
                        "a b"),
                arguments("copy a (x, y) from stdin", "a"),
                arguments(
                        "create table if not exists a (x int references b (y) on update cascade on delete cascade, z int)",
                        "a"),
                arguments("create unique index i on a (x, y)", "a"),
                arguments("truncate a", "a"),
                arguments("select truncate(x, 2), $$ from z $$, $tag$ from y $tag$ from a", "a"),
                arguments("select * from final table (insert into a select * from b) f", "a b"),
                arguments("set x = 1", ""),
                arguments("select (", ""));
    }

    @Test
    void severalStatementsAreSeen() {
        assertThat(Statements.areSeveral("select ';'; -- ; nothing\n ;")).isFalse();
        assertThat(Statements.areSeveral("select 1; drop table a")).isTrue();
    }
}
