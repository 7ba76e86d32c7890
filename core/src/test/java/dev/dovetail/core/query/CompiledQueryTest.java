package dev.dovetail.core.query;

import static dev.dovetail.core.query.Mappings.into;
import static dev.dovetail.core.query.Mappings.mapping;
import static dev.dovetail.core.query.Mappings.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.table;

import dev.dovetail.core.OpenDatabase;
import dev.dovetail.core.error.DovetailException;
import dev.dovetail.core.error.DuplicateKeyException;
import dev.dovetail.core.error.ReadOnlyException;
import dev.dovetail.core.error.StatementFailedException;
import dev.dovetail.core.error.TransactionDoomedException;
import dev.dovetail.core.spi.StatementInfo;
import dev.dovetail.core.spi.StatementListener;
import dev.dovetail.core.statement.RecordedStatement;
import dev.dovetail.core.statement.Statements;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import java.util.ArrayList;
import java.util.List;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

@OnEachDatabase({TestEngine.SQLITE, TestEngine.POSTGRESQL, TestEngine.H2, TestEngine.MARIADB})
class CompiledQueryTest extends OpenDatabase {

    record Account(long id, String owner, Long balance) {}

    CompiledQueryTest(TestDatabase database) {
        super(database);
    }

    private CompiledQuery<Account> byId() {
        return db.compile(
                sql -> sql.select(ID, OWNER, BALANCE).from(ACCOUNTS).where(ID.eq(param("id", Long.class))),
                mapping(Account::new));
    }

    private CompiledQuery<Account> richest() {
        return db.compile(
                sql -> sql.select(ID, OWNER, BALANCE)
                        .from(ACCOUNTS)
                        .where(BALANCE.gt(param("least", 0L)))
                        .orderBy(BALANCE.desc())
                        .limit(param("n", Integer.class)),
                into(Account.class));
    }

    @Test
    void mapsRowsByPositionAndByName() {
        insert(1, 10);
        insert(2, 20);
        insert(3, 30);
        assertThat(byId().bind("id", 2L).one()).isEqualTo(new Account(2, "owner 2", 20L));
        assertThat(richest().bind("n", 2).list())
                .containsExactly(new Account(3, "owner 3", 30L), new Account(2, "owner 2", 20L));
        assertThat(richest().bind("n", 9).bind("least", 25L).list()).hasSize(1);
    }

    @Test
    void aBoundQueryDoesNotChangeTheOneItCameFrom() {
        insert(1, 10);
        insert(2, 20);
        CompiledQuery<Account> first = byId().bind("id", 1L);
        CompiledQuery<Account> second = first.bind("id", 2L);
        assertThat(first.one().id()).isEqualTo(1);
        assertThat(second.one().id()).isEqualTo(2);
    }

    @Test
    void oneAsksForExactlyOneRow() {
        insert(1, 10);
        insert(2, 20);
        assertThat(byId().bind("id", 9L).oneOrNone()).isEmpty();
        assertThat(byId().bind("id", 9L).first()).isEmpty();
        assertThat(richest().bind("n", 9).first().orElseThrow().id()).isEqualTo(2);
        assertThatThrownBy(() -> byId().bind("id", 9L).one())
                .isInstanceOf(NoRowException.class)
                .hasMessageContaining("oneOrNone()")
                .hasMessageContaining("DVT-413");
        assertThatThrownBy(() -> richest().bind("n", 9).one())
                .isInstanceOf(SeveralRowsException.class)
                .hasMessageContaining("DVT-414");
        assertThatThrownBy(() -> richest().bind("n", 9).oneOrNone()).isInstanceOf(SeveralRowsException.class);
    }

    @Test
    void noneAndSeveralDoNotDoomTheTransaction() {
        db.transactor().run(() -> {
            assertThatThrownBy(() ->
                            db.transactor().run(() -> byId().bind("id", 9L).one()))
                    .isInstanceOf(NoRowException.class);
            assertThatThrownBy(
                            () -> db.transactor().run(() -> byId().bind("id", 9).one()))
                    .isInstanceOf(QueryException.class);
            insert(1, 10);
        });
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aValueOfAnotherTypeOrNameIsRefusedWithTheLegalOnes() {
        assertThatThrownBy(() -> byId().bind("id", 2))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("id (Long)")
                .hasMessageContaining("java.lang.Integer")
                .hasMessageContaining("5L");
        assertThatThrownBy(() -> richest().bind("m", 2))
                .hasMessageContaining("no parameter 'm'")
                .hasMessageContaining("least (Long), n (Integer)");
        assertThatThrownBy(() -> richest().list())
                .hasMessageContaining("'n' has no value")
                .hasMessageContaining("query.bind(\"n\", value)");
    }

    @Test
    void nullIsAValue() {
        insert(1, 10);
        assertThat(byId().bind("id", null).list()).isEmpty();
        assertThat(db.compile(sql -> sql.select(max(BALANCE)).from(ACCOUNTS).where(ID.gt(100L)), value())
                        .one())
                .isNull();
        assertThat(db.compile(sql -> sql.select(max(BALANCE)).from(ACCOUNTS).where(ID.gt(100L)), value())
                        .first())
                .isEmpty();
    }

    @Test
    void oneNameMayStandSeveralTimesIfItMeansTheSame() {
        insert(1, 10);
        insert(10, 1);
        CompiledQuery<Integer> either = db.compile(
                sql -> sql.select(DSL.count())
                        .from(ACCOUNTS)
                        .where(ID.eq(param("x", Long.class)).or(BALANCE.eq(param("x", Long.class)))),
                value());
        assertThat(either.bind("x", 10L).one()).isEqualTo(2);
        assertThatThrownBy(() -> db.compile(
                        sql -> sql.select(ID)
                                .from(ACCOUNTS)
                                .where(ID.eq(param("x", Long.class)).or(OWNER.eq(param("x", String.class)))),
                        value()))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("x (Long)")
                .hasMessageContaining("x (String)");
    }

    @Test
    void seesWhatItsTransactionWroteAndOutsideWhatIsCommitted() {
        CompiledQuery<Account> query = byId().bind("id", 1L);
        db.transactor().run(() -> {
            insert(1, 10);
            assertThat(query.one().balance()).isEqualTo(10L);
            db.transactor()
                    .requiresNew()
                    .readOnly()
                    .run(() -> assertThat(query.oneOrNone()).isEmpty());
        });
        assertThat(query.one().balance()).isEqualTo(10L);
    }

    @Test
    void sendsOneStatementAndNamesItsTables() {
        List<StatementInfo> heard = new ArrayList<>();
        db.access().addStatementListener(new StatementListener() {
            @Override
            public void beforeStatement(StatementInfo statement) {
                heard.add(statement);
            }

            @Override
            public void afterStatement(StatementInfo statement) {
                heard.add(statement);
            }
        });
        CompiledQuery<Account> query = byId();
        assertThat(Statements.during(() ->
                                db.transactor().run(() -> query.bind("id", 1L).list()))
                        .statements())
                .extracting(RecordedStatement::sql)
                .containsExactly(query.sql());
        assertThat(heard).hasSize(2).allSatisfy(info -> {
            assertThat(info.tables()).contains("accounts");
            assertThat(info.tablesKnown()).isTrue();
            assertThat(info.writes()).isFalse();
        });
    }

    @Test
    void writesJoinATransactionOrAreOne() {
        CompiledStatement add = db.compile(sql -> sql.insertInto(ACCOUNTS, ID, OWNER, BALANCE)
                .values(param("id", ID), param("owner", OWNER), param("balance", BALANCE)));
        CompiledStatement raise = db.compile(sql -> sql.update(ACCOUNTS)
                .set(BALANCE, BALANCE.plus(param("by", Long.class)))
                .where(ID.ge(param("from", 0L))));
        CompiledStatement one = add.bind("id", 1L).bind("owner", "ann").bind("balance", 5L);
        assertThat(one.execute()).isEqualTo(1);
        assertThatThrownBy(one::execute).isInstanceOf(DuplicateKeyException.class);
        assertThatThrownBy(() -> db.transactor().run(() -> {
                    raise.bind("by", 10L).execute();
                    throw new IllegalStateException("not this time");
                }))
                .hasMessage("not this time");
        assertThat(byId().bind("id", 1L).one().balance()).isEqualTo(5);
        assertThat(raise.bind("by", 10L).execute()).isEqualTo(1);
        assertThat(byId().bind("id", 1L).one().balance()).isEqualTo(15);
        assertThatThrownBy(() -> db.transactor()
                        .readOnly()
                        .run(() -> raise.bind("by", 1L).execute()))
                .isInstanceOf(ReadOnlyException.class);
    }

    @Test
    void aFailedStatementDoomsTheTransaction() {
        CompiledQuery<Long> missing = db.compile(sql -> sql.select(ID).from(table("no_such_table")), value());
        assertThatThrownBy(() -> db.transactor().run(() -> {
                    assertThatThrownBy(missing::list).isInstanceOf(StatementFailedException.class);
                    insert(1, 1);
                }))
                .isInstanceOf(TransactionDoomedException.class);
        assertThatThrownBy(missing::list).isInstanceOf(StatementFailedException.class);
    }

    @Test
    void whatTheMappingThrowsReachesTheCallerAndDoomsNothing() {
        insert(1, 10);
        CompiledQuery<Long> failing = db.compile(sql -> sql.select(ID).from(ACCOUNTS), mapping(id -> {
            throw new AssertionError("mapping");
        }));
        assertThatThrownBy(failing::list).isInstanceOf(AssertionError.class).hasMessage("mapping");
        db.transactor().run(() -> {
            assertThatThrownBy(failing::list).isInstanceOf(AssertionError.class);
            insert(2, 10);
        });
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void aStatementCannotRunWhileItIsBuilt() {
        assertThatThrownBy(() -> db.compile(
                        sql -> {
                            sql.fetchCount(ACCOUNTS);
                            return sql.select(ID).from(ACCOUNTS);
                        },
                        value()))
                .isInstanceOf(DovetailException.class)
                .hasMessageContaining("only builds the statement")
                .hasMessageContaining("DVT-411");
    }

    @Test
    void columnsThatCannotBeReadAreRefusedWhenItIsCompiled() {
        assertThatThrownBy(() -> db.compile(sql -> sql.selectFrom(ACCOUNTS), into(Account.class)))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("are not known before it runs");
        assertThatThrownBy(() -> db.compile(sql -> sql.select(row(ID, OWNER)).from(ACCOUNTS), value()))
                .hasMessageContaining("a row or a result of its own");
        assertThatThrownBy(() -> db.compile(sql -> sql.select(ID, OWNER).from(ACCOUNTS), into(Account.class)))
                .hasMessageContaining("component balance of Account matches no column of id, owner");
        assertThatThrownBy(() -> db.compile(
                        sql -> sql.select(ID, OWNER, OWNER.as("Bal_ance")).from(ACCOUNTS), into(Other.class)))
                .hasMessageContaining("gives String")
                .hasMessageContaining("takes List");
    }

    record Other(long id, List<Long> balance) {}

    @Test
    void plainSqlNeedsItsColumns() {
        insert(1, 10);
        CompiledQuery<Account> plain = db.compile(
                sql -> sql.resultQuery(
                                "select id, owner, balance from accounts where id = {0}", param("id", Long.class))
                        .coerce(ID, OWNER, BALANCE),
                mapping(Account::new));
        assertThat(plain.bind("id", 1L).one().owner()).isEqualTo("owner 1");
    }
}
