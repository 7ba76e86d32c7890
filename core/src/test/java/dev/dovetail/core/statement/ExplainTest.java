package dev.dovetail.core.statement;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.Database;
import dev.dovetail.core.OpenDatabase;
import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.StatementFailedException;
import dev.dovetail.core.query.CompiledQuery;
import dev.dovetail.core.query.CompiledStatement;
import dev.dovetail.core.query.ListParameter;
import dev.dovetail.core.query.Mappings;
import dev.dovetail.core.query.QueryException;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class ExplainTest extends OpenDatabase {

    ExplainTest(TestDatabase database) {
        super(database);
    }

    private final DSLContext sql = DSL.using(db.engine().dialect());

    @Test
    void theWayToARowIsShown() {
        insert(1, 5);
        ExecutionPlan plan =
                db.explain(sql.selectFrom(ACCOUNTS).where(ID.eq(1L)).orderBy(BALANCE));

        assertThat(plan.engine()).isEqualTo(db.engine());
        assertThat(plan.text()).containsIgnoringCase("accounts");
        assertThat(plan).hasToString(plan.text());
        if (db.engine() == Engine.POSTGRESQL) {
            assertThat(plan.text()).startsWith("Sort  (cost=").contains("Index Cond: (id = '1'::bigint)");
            assertThat(plan.cost()).isPositive();
            assertThat(plan.rows()).isEqualTo(1);
        } else if (db.engine() == Engine.SQLITE) {
            assertThat(plan.text()).startsWith("SEARCH accounts USING INDEX sqlite_autoindex_accounts_1 (id=?)");
            assertThat(plan.cost()).isNull();
        }
    }

    @Test
    void aPlanOfSeveralStepsIsATree() {
        ExecutionPlan plan = db.explain(sql.selectFrom(ACCOUNTS)
                .where(ID.in(DSL.select(ID).from(ACCOUNTS).where(OWNER.eq("x"))))
                .unionAll(sql.selectFrom(ACCOUNTS)));

        assertThat(plan.text().lines().count()).isGreaterThan(2);
        assertThat(plan.text()).containsPattern("(?m)^ +\\S");
    }

    @Test
    void writesAreExplainedAndNotRun() {
        insert(1, 5);
        for (Query write : List.of(
                sql.insertInto(ACCOUNTS, ID, OWNER, BALANCE).values(2L, "b", 1L),
                sql.update(ACCOUNTS).set(BALANCE, 0L),
                sql.deleteFrom(ACCOUNTS).where(ID.eq(1L)))) {
            assertThat(db.explain(write).text()).as(write.getSQL()).isNotBlank();
        }

        assertThat(count()).isEqualTo(1);
        assertThat(db.<Long, RuntimeException>read(
                        context -> context.select(BALANCE).from(ACCOUNTS).fetchSingle(BALANCE)))
                .isEqualTo(5);
    }

    @Test
    void compiledQueriesAreExplainedWithTheirValues() {
        insert(1, 5);
        CompiledQuery<Long> query = db.compile(
                context -> context.select(ID)
                        .from(ACCOUNTS)
                        .where(ListParameter.in(ID, "ids"))
                        .and(OWNER.ne(DSL.param("owner", String.class)))
                        .orderBy(ID),
                Mappings.value());

        ExecutionPlan plan = db.explain(query.bind("ids", List.of(1L, 2L)).bind("owner", "it's"));

        assertThat(plan.text()).containsIgnoringCase("accounts");
        if (db.engine() == Engine.POSTGRESQL) {
            assertThat(plan.text()).contains("it''s").contains("{1,2}");
        }
        assertThatThrownBy(() -> db.explain(query.bind("owner", "x")))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("ids");
    }

    @Test
    void compiledStatementsAreExplainedAndNotRun() {
        insert(1, 5);
        CompiledStatement delete =
                db.compile(context -> context.deleteFrom(ACCOUNTS).where(ID.eq(DSL.param("id", Long.class))));

        assertThat(db.explain(delete.bind("id", 1L)).text()).containsIgnoringCase("accounts");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void whatAnotherDatabaseCompiledIsRefused() {
        try (Database other = Database.open("sqlite:///:memory:")) {
            CompiledQuery<Integer> query = other.compile(context -> context.select(DSL.inline(1)), Mappings.value());
            assertThatThrownBy(() -> db.explain(query)).isInstanceOf(IllegalArgumentException.class);
            assertThat(other.explain(query).text()).isNotEmpty();
        }
    }

    @Test
    void isNoStatementOfTheTransactionAroundIt() {
        db.transactor().run(() -> {
            StatementRecording recording = Statements.during(() -> db.explain(sql.selectFrom(ACCOUNTS)));
            assertThat(recording.statements()).isEmpty();
        });
    }

    @Test
    void valuesAreBound() {
        insert(1, 5);
        db.explain(sql.selectFrom(ACCOUNTS).where(OWNER.eq("x'; drop table accounts; --")));
        db.explain(DSL.query("select * from accounts where owner = ?", "'; drop table accounts"));

        assertThat(count()).isEqualTo(1);
    }

    @Test
    void whatIsNotOneStatementOfRowsIsRefused() {
        insert(1, 5);
        Stream.of(
                        sql.dropTable(ACCOUNTS),
                        DSL.query("drop table accounts"),
                        DSL.query("analyze delete from accounts"),
                        DSL.query("(analyze) delete from accounts"),
                        DSL.query("/*! analyze */ delete from accounts"),
                        DSL.query("select 1; delete from accounts"),
                        DSL.query("explain select 1"))
                .forEach(query -> assertThatThrownBy(() -> db.explain(query))
                        .as(query.toString())
                        .isInstanceOfSatisfying(
                                StatementFailedException.class,
                                failure -> assertThat(failure.code()).isEqualTo(CoreError.NOT_EXPLAINABLE)));

        assertThat(count()).isEqualTo(1);
    }

    @Test
    void whatTheEngineRefusesIsTyped() {
        assertThatThrownBy(() -> db.explain(sql.selectFrom("missing")))
                .isInstanceOfSatisfying(
                        StatementFailedException.class,
                        failure -> assertThat(failure.code()).isEqualTo(CoreError.STATEMENT_FAILED))
                .hasMessageContaining("missing");
    }
}
