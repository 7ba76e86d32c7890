package dev.dovetail.migrations.sql;

import static dev.dovetail.core.engine.Engine.H2;
import static dev.dovetail.core.engine.Engine.MARIADB;
import static dev.dovetail.core.engine.Engine.MYSQL;
import static dev.dovetail.core.engine.Engine.POSTGRESQL;
import static dev.dovetail.core.engine.Engine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.engine.Engine;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class StatementSplitterTest {

    private static final Set<Engine> ALL = EnumSet.allOf(Engine.class);

    static Stream<Arguments> oneStatement() {
        return Stream.of(
                one(ALL, "insert into t values ('a;b')"),
                one(ALL, "insert into t values ('it''s; fine')"),
                one(ALL, "select \"a;b\" from t"),
                one(ALL, "select \"a\"\";b\" from t"),
                one(ALL, "select 1 -- not; here\n+ 2"),
                one(ALL, "select 1 /* not; here */ + 2"),
                one(ALL, "select 'a' || '--' || ';'"),
                one(EnumSet.of(POSTGRESQL, H2), "select 1 /* a /* b; */ c; */ + 2"),
                one(EnumSet.of(SQLITE, MARIADB, MYSQL), "select `a;b` from t"),
                one(EnumSet.of(SQLITE), "select [a;b] from t"),
                one(EnumSet.of(MARIADB, MYSQL), "select 'it\\'s; fine', \"a\\\";b\""),
                one(EnumSet.of(MARIADB, MYSQL), "select 1 # not; here\n+ 2"),
                one(
                        EnumSet.of(MARIADB, MYSQL),
                        "/*!50003 create trigger t after insert on a for each row set @x = 1; */"),
                one(EnumSet.of(H2), "select 1 // not; here\n+ 2"),
                one(EnumSet.of(POSTGRESQL), "select E'it\\'s; fine'"),
                one(EnumSet.of(POSTGRESQL, H2), "create function f() returns int as $$ select 1; $$ language sql"),
                one(
                        EnumSet.of(POSTGRESQL),
                        "create function f() returns trigger as $body$\nbegin\n  new.a := $$x;y$$; return new;\nend $body$"
                                + " language plpgsql"),
                one(EnumSet.of(POSTGRESQL), "select a$b$c, $1"),
                one(EnumSet.of(POSTGRESQL), "create rule r as on insert to t do also (delete from a; delete from b)"),
                one(
                        EnumSet.of(POSTGRESQL),
                        "create function f(a int) returns int begin atomic select case when a > 1 then 1 else 2 end;"
                                + " select 2; end"),
                one(
                        EnumSet.of(SQLITE, MARIADB, MYSQL),
                        "create trigger t after insert on a for each row begin\n  insert into b values (1);\n  update b set"
                                + " c = case when 1 then 2 else 3 end;\nend"),
                one(
                        EnumSet.of(SQLITE),
                        "create temp trigger if not exists t after update on a when new.begin > new.end begin delete from b; end"),
                one(
                        EnumSet.of(MARIADB, MYSQL),
                        "create or replace definer = `root`@`localhost` procedure p() begin declare i int default 0; if i ="
                                + " 0 then set i = 1; end if; while i < 3 do set i = i + 1; end while; case i when 1 then"
                                + " set i = 2; else begin set i = 4; end; end case; end"),
                one(EnumSet.of(MARIADB), "begin not atomic insert into t values (1); insert into t values (2); end"));
    }

    private static Arguments one(Set<Engine> engines, String statement) {
        return Arguments.of(engines, statement);
    }

    @ParameterizedTest
    @MethodSource("oneStatement")
    void takesItAsOneStatement(Set<Engine> engines, String statement) {
        for (Engine engine : engines) {
            assertThat(texts(statement + ";\nselect 1", engine)).as(engine.id()).containsExactly(statement, "select 1");
        }
    }

    static Stream<Arguments> twoStatements() {
        return Stream.of(
                Arguments.of(POSTGRESQL, "select 'a\\'", "select 'b'"),
                Arguments.of(SQLITE, "select 'a\\'", "select 'b'"),
                Arguments.of(SQLITE, "create table event (begin int, \"end\" int)", "select 1"),
                Arguments.of(MARIADB, "create table event (a int)", "begin"),
                Arguments.of(SQLITE, "begin", "commit"),
                Arguments.of(MARIADB, "select 5--1", "select 2"),
                Arguments.of(POSTGRESQL, "create trigger t before insert on a execute function f()", "begin"),
                Arguments.of(
                        MARIADB,
                        "create trigger t after insert on a for each row insert into b values (1)",
                        "select 1"),
                Arguments.of(POSTGRESQL, "select ')'", "select (1)"));
    }

    @ParameterizedTest
    @MethodSource("twoStatements")
    void takesThemAsTwoStatements(Engine engine, String first, String second) {
        assertThat(texts(first + ";" + second, engine)).containsExactly(first, second);
    }

    @ParameterizedTest
    @EnumSource
    void leavesOutEmptyStatementsAndCommentsBetweenThem(Engine engine) {
        assertThat(texts("\uFEFF;; -- a;\n/* b; */ select 1; ;\n-- end", engine))
                .containsExactly("select 1");
        assertThat(texts(" \n-- nothing", engine)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void knowsTheLineOfEachStatement(Engine engine) {
        String script = "-- one\nselect 1;\n\n/* four\nfive */ select\n2;select 3;\r\nselect 4;\rselect 5";
        assertThat(StatementSplitter.split(script, engine))
                .extracting(SqlStatement::line)
                .containsExactly(2, 5, 6, 7, 8);
    }

    @Test
    void followsDelimiterLines() {
        String script =
                "delimiter //\ncreate procedure p() begin select 1; select 2; end//\nselect 3//\nDELIMITER ;\nselect 4;";
        assertThat(texts(script, MARIADB))
                .containsExactly("create procedure p() begin select 1; select 2; end", "select 3", "select 4");
    }

    @Test
    void knowsTheFirstWords() {
        SqlStatement statement = StatementSplitter.split("/* x */ Rollback to savepoint a", SQLITE)
                .get(0);
        assertThat(statement.firstWords()).containsExactly("ROLLBACK", "TO", "SAVEPOINT");
        assertThat(statement.startsWith("ROLLBACK", "TO")).isTrue();
        assertThat(statement.startsWith("ROLLBACK", "SAVEPOINT")).isFalse();
    }

    static Stream<Arguments> unterminated() {
        return Stream.of(
                Arguments.of(SQLITE, "select 1;\nselect 'a;\nselect 2;", "a string", 2),
                Arguments.of(POSTGRESQL, "select 1;\n\n/* a /* b */ ;", "a comment", 3),
                Arguments.of(POSTGRESQL, "create function f() as $x$ select 1; $y$;", "a dollar-quoted string", 1),
                Arguments.of(MARIADB, "select `a;", "a quoted name", 1),
                Arguments.of(
                        SQLITE,
                        "\ncreate trigger t after insert on a begin delete from b;",
                        "the body of a trigger or routine",
                        2));
    }

    @ParameterizedTest
    @MethodSource("unterminated")
    void saysWhatIsNotClosedAndWhereItWasOpened(Engine engine, String script, String what, int line) {
        assertThatThrownBy(() -> StatementSplitter.split(script, engine))
                .isInstanceOfSatisfying(UnterminatedException.class, failure -> {
                    assertThat(failure.what()).isEqualTo(what);
                    assertThat(failure.line()).isEqualTo(line);
                });
    }

    private static List<String> texts(String script, Engine engine) {
        return StatementSplitter.split(script, engine).stream()
                .map(SqlStatement::text)
                .toList();
    }
}
