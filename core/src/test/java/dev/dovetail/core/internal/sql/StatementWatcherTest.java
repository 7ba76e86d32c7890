package dev.dovetail.core.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.Database;
import dev.dovetail.core.OpenDatabase;
import dev.dovetail.core.error.StatementFailedException;
import dev.dovetail.core.error.TransactionDoomedException;
import dev.dovetail.core.error.ValueNotKeptException;
import dev.dovetail.core.spi.StatementInfo;
import dev.dovetail.core.spi.StatementListener;
import dev.dovetail.core.statement.StatementLog;
import dev.dovetail.core.type.ColumnTypes;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jooq.BindingSetStatementContext;
import org.jooq.Context;
import org.jooq.Field;
import org.jooq.TableField;
import org.jooq.impl.CustomField;
import org.jooq.impl.CustomRecord;
import org.jooq.impl.CustomTable;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultBinding;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class StatementWatcherTest extends OpenDatabase {

    private final List<String> heard = new ArrayList<>();

    StatementWatcherTest(TestDatabase database) {
        super(database);
        db.access().addStatementListener(new StatementListener() {
            @Override
            public void beforeStatement(StatementInfo statement) {
                heard.add("before " + statement.tables());
            }

            @Override
            public void afterStatement(StatementInfo statement) {
                heard.add("after " + statement.tables());
            }
        });
    }

    @AfterEach
    void leavesNothingOfTheRenderingOnItsThread() {
        assertThat(TableCollector.open()).isZero();
    }

    @Test
    void aBatchOfRecordsIsOneStatement() {
        List<AccountRecord> records = new ArrayList<>();
        for (long id = 1; id <= 3; id++) {
            AccountRecord one = new AccountRecord();
            one.set(AccountTable.TABLE.id, id);
            one.set(AccountTable.TABLE.owner, "owner " + id);
            one.set(AccountTable.TABLE.balance, 1L);
            records.add(one);
        }
        db.transaction(sql -> sql.batchInsert(records).execute());
        assertThat(count()).isEqualTo(3);
        assertThat(heard).containsExactly("before [accounts]", "after [accounts]");
    }

    @Test
    void aBatchOfBindValuesIsOneStatement() {
        db.transaction(
                sql -> sql.batch(sql.insertInto(ACCOUNTS, ID, OWNER, BALANCE).values((Long) null, null, null))
                        .bind(1L, "a", 1L)
                        .bind(2L, "b", 1L)
                        .execute());
        assertThat(heard).containsExactly("before [accounts]", "after [accounts]");
    }

    @Test
    void aBatchWhoseValueIsRefusedLeavesNothingOfItsValuesBehind() {
        Field<BigDecimal> balance = DSL.field(DSL.name("balance"), ColumnTypes.decimal(18, 0));
        try (Database logged = Database.open(database.url(), options -> options.statementLog(StatementLog.VALUES))) {
            logged.transaction(sql -> {
                assertThatThrownBy(() -> sql.batch(sql.update(ACCOUNTS).set(balance, (BigDecimal) null))
                                .bind(BigDecimal.ONE)
                                .bind(new BigDecimal("1.5"))
                                .execute())
                        .isInstanceOf(ValueNotKeptException.class);
                assertThat(TableCollector.open()).isZero();
                return sql.fetchCount(ACCOUNTS);
            });
        }
    }

    @Test
    void aFailureOfRenderingLeavesTheTransactionAndItsThreadAsTheyWere() {
        db.transaction(sql -> {
            assertThatThrownBy(
                            () -> sql.select(new FailingField()).from(ACCOUNTS).fetch())
                    .hasMessageContaining("rendering");
            assertThat(TableCollector.open()).isZero();
            return sql.fetchCount(ACCOUNTS);
        });
    }

    @Test
    void aValueThatTheDriverDoesNotTakeDooms() {
        Field<String> bad = DSL.field(DSL.name("owner"), SQLDataType.VARCHAR.asConvertedDataType(new Refusing()));
        assertThatThrownBy(() -> db.transaction(sql -> {
                    insert(1, 10);
                    assertThatThrownBy(() -> sql.update(ACCOUNTS).set(bad, "x").execute())
                            .isInstanceOf(StatementFailedException.class)
                            .hasMessageContaining("not this one");
                    return sql;
                }))
                .isInstanceOf(TransactionDoomedException.class)
                .hasCauseInstanceOf(StatementFailedException.class);
        assertThat(count()).isZero();
    }

    /** A binding whose value no driver takes. */
    private static final class Refusing extends DefaultBinding<String, String> {
        private static final long serialVersionUID = 1L;

        Refusing() {
            super(DefaultBinding.binding(SQLDataType.VARCHAR));
        }

        @Override
        public void set(BindingSetStatementContext<String> context) throws SQLException {
            throw new SQLException("not this one");
        }
    }

    private static final class FailingField extends CustomField<Integer> {
        private static final long serialVersionUID = 1L;

        FailingField() {
            super(DSL.name("failing"), SQLDataType.INTEGER);
        }

        @Override
        public void accept(Context<?> context) {
            throw new IllegalStateException("rendering");
        }
    }

    private static final class AccountTable extends CustomTable<AccountRecord> {
        private static final long serialVersionUID = 1L;
        static final AccountTable TABLE = new AccountTable();

        final TableField<AccountRecord, Long> id = createField(DSL.name("id"), SQLDataType.BIGINT);
        final TableField<AccountRecord, String> owner = createField(DSL.name("owner"), SQLDataType.VARCHAR);
        final TableField<AccountRecord, Long> balance = createField(DSL.name("balance"), SQLDataType.BIGINT);

        private AccountTable() {
            super(DSL.name("accounts"));
        }

        @Override
        public Class<? extends AccountRecord> getRecordType() {
            return AccountRecord.class;
        }
    }

    public static final class AccountRecord extends CustomRecord<AccountRecord> {
        private static final long serialVersionUID = 1L;

        public AccountRecord() {
            super(AccountTable.TABLE);
        }
    }
}
