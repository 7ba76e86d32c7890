package dev.dovetail.core.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.OpenDatabase;
import dev.dovetail.core.spi.StatementInfo;
import dev.dovetail.core.spi.StatementListener;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class StatementListenerTest extends OpenDatabase implements StatementListener {

    private static final Table<Record> OTHERS = DSL.table(DSL.name("others"));
    private final List<StatementInfo> before = new ArrayList<>();
    private final List<StatementInfo> after = new ArrayList<>();

    StatementListenerTest(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void listen() {
        db.transaction(sql -> {
            sql.dropTableIfExists(OTHERS).execute();
            return sql.createTable(OTHERS).column(ID).execute();
        });
        db.access().addStatementListener(this);
    }

    @Override
    public void beforeStatement(StatementInfo statement) {
        before.add(statement);
    }

    @Override
    public void afterStatement(StatementInfo statement) {
        after.add(statement);
    }

    private StatementInfo only() {
        assertThat(before).hasSize(1);
        assertThat(after).isEqualTo(before);
        return before.get(0);
    }

    @Test
    void namesTheTablesOfAJoin() {
        db.transaction(sql -> sql.select()
                .from(ACCOUNTS.as("a"))
                .join(OTHERS)
                .on(DSL.field(DSL.name("a", "id"), Long.class).eq(DSL.field(DSL.name("others", "id"), Long.class)))
                .fetch());
        assertThat(only().tables()).contains("accounts", "others");
        assertThat(only().writes()).isFalse();
        assertThat(only().tablesKnown()).isTrue();
    }

    @Test
    void namesTheTablesOfSubqueriesAndCommonTableExpressions() {
        db.transaction(sql -> sql.with("recent")
                .as(DSL.select(ID).from(ACCOUNTS))
                .delete(OTHERS)
                .where(ID.in(DSL.select(ID).from(DSL.table(DSL.name("recent")))))
                .execute());
        assertThat(only().tables()).contains("accounts", "others");
        assertThat(only().writes()).isTrue();
        assertThat(only().tablesKnown()).isTrue();
    }

    @Test
    void countingAllRowsIsNoPlainSql() {
        db.transaction(sql -> sql.fetchCount(ACCOUNTS));
        assertThat(only().tables()).contains("accounts");
        assertThat(only().tablesKnown()).isTrue();
    }

    @Test
    void saysThatPlainSqlHidesItsTables() {
        db.transaction(sql -> sql.fetch("select * from accounts where id = ?", 1));
        assertThat(only().tablesKnown()).isFalse();
        assertThat(only().writes()).isFalse();
    }

    @Test
    void saysThatAPlainSqlFragmentHidesItsTables() {
        db.transaction(sql -> sql.select(ID)
                .from(ACCOUNTS)
                .where("exists (select 1 from others)")
                .fetch());
        assertThat(only().tablesKnown()).isFalse();
    }

    @Test
    void aBatchIsOneStatement() {
        db.transaction(sql -> sql.batch(sql.insertInto(OTHERS, ID).values((Long) null))
                .bind(1L)
                .bind(2L)
                .execute());
        assertThat(only().tables()).containsExactly("others");
        assertThat(only().writes()).isTrue();
    }

    @Test
    void aBatchOfSeveralStatementsIsAnnounced() {
        db.transaction(sql -> {
            List<Query> queries = List.of(
                    sql.insertInto(OTHERS, ID).values(1L), sql.update(ACCOUNTS).set(BALANCE, 1L));
            return sql.batch(queries).execute();
        });
        assertThat(before).isNotEmpty().allMatch(StatementInfo::writes);
        assertThat(before)
                .allSatisfy(
                        info -> assertThat(info.tablesKnown() && info.tables().isEmpty())
                                .isFalse());
    }

    @Test
    void aFailedStatementIsNotReportedAsDone() {
        assertThatThrownBy(() -> db.transaction(
                        sql -> sql.insertInto(OTHERS, ID).values((Long) null).execute()))
                .isInstanceOf(dev.dovetail.core.error.NullValueException.class);
        assertThat(before).hasSize(1);
        assertThat(after).isEmpty();
    }

    @Test
    void whatAListenerThrowsStopsTheStatement() {
        db.access().addStatementListener(new StatementListener() {
            @Override
            public void beforeStatement(StatementInfo statement) {
                throw new IllegalStateException("not now");
            }

            @Override
            public void afterStatement(StatementInfo statement) {}
        });
        assertThatThrownBy(() -> insert(1, 1)).hasMessageContaining("not now");
        assertThat(count()).isZero();
    }

    @Test
    void readsOutsideOfTransactionsAreNotAnnounced() {
        count();
        assertThat(before).isEmpty();
    }
}
