package dev.dovetail.core.transaction;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.OpenDatabase;
import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.error.AfterCommitHookException;
import dev.dovetail.core.error.ConflictingOptionException;
import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.DuplicateKeyException;
import dev.dovetail.core.error.NoTransactionException;
import dev.dovetail.core.error.ReadOnlyException;
import dev.dovetail.core.error.TransactionDoomedException;
import dev.dovetail.core.error.TransactionException;
import dev.dovetail.core.error.TransactionTimeoutException;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import jakarta.data.exceptions.EmptyResultException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class TransactorTest extends OpenDatabase {

    private final Transactor tx = db.transactor();

    TransactorTest(TestDatabase database) {
        super(database);
    }

    @Test
    void commitsWhenTheBlockReturns() {
        String result = tx.call(() -> {
            insert(1, 10);
            return "done";
        });
        assertThat(result).isEqualTo("done");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void rollsBackAndRethrowsACheckedExceptionUnchanged() {
        IOException thrown = new IOException("disk");
        assertThatThrownBy(() -> tx.run(() -> {
                    insert(1, 10);
                    throw thrown;
                }))
                .isSameAs(thrown);
        assertThat(count()).isZero();
    }

    @Test
    void rollsBackWhenTheBlockThrowsAnError() {
        assertThatThrownBy(() -> tx.run(() -> {
                    insert(1, 10);
                    throw new StackOverflowError("deep");
                }))
                .isInstanceOf(StackOverflowError.class);
        assertThat(count()).isZero();
    }

    @Test
    void joinsTheRunningTransaction() {
        assertThatThrownBy(() -> tx.run(() -> {
                    tx.run(() -> insert(1, 10));
                    db.transaction(sql -> {
                        insert(2, 10);
                        return sql;
                    });
                    throw new IllegalStateException("later");
                }))
                .hasMessage("later");
        assertThat(count()).isZero();
    }

    @Test
    void aCaughtFailureOfAJoinedBlockDoomsTheWholeTransaction() {
        assertThatThrownBy(() -> tx.run(() -> {
                    insert(1, 10);
                    try {
                        tx.run(() -> {
                            throw new IllegalArgumentException("half done");
                        });
                    } catch (IllegalArgumentException expected) {
                        assertThat(expected).hasMessage("half done");
                    }
                }))
                .isInstanceOf(TransactionDoomedException.class)
                .hasMessageContaining("half done")
                .hasMessageContaining("nested()")
                .hasCauseInstanceOf(IllegalArgumentException.class);
        assertThat(count()).isZero();
    }

    @Test
    void aCaughtFailureOfAStatementDoomsTheWholeTransactionOnEveryEngine() {
        insert(1, 10);
        assertThatThrownBy(() -> tx.run(() -> {
                    insert(2, 10);
                    assertThatThrownBy(() -> insert(1, 10)).isInstanceOf(DuplicateKeyException.class);
                    assertThatThrownBy(() -> insert(3, 10)).isInstanceOf(TransactionDoomedException.class);
                }))
                .isInstanceOf(TransactionDoomedException.class)
                .hasCauseInstanceOf(DuplicateKeyException.class);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void notFoundLeavesTheTransactionIntact() {
        tx.run(() -> {
            insert(1, 10);
            assertThatThrownBy(() -> tx.run(() -> {
                        throw new EmptyResultException("no such user");
                    }))
                    .isInstanceOf(EmptyResultException.class);
        });
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void nestedTakesBackItsOwnWorkAlone() {
        tx.run(() -> {
            insert(1, 10);
            assertThatThrownBy(() -> tx.nested().run(() -> {
                        insert(2, 10);
                        insert(1, 10);
                    }))
                    .isInstanceOf(DuplicateKeyException.class);
            insert(3, 10);
        });
        assertThat(db.<List<Long>, RuntimeException>read(
                        sql -> sql.select(ID).from(ACCOUNTS).orderBy(ID).fetch(ID)))
                .containsExactly(1L, 3L);
    }

    @Test
    void nestedThatCaughtItsFailureCannotBeKept() {
        tx.run(() -> {
            insert(1, 10);
            assertThatThrownBy(() -> tx.nested().run(() -> {
                        insert(2, 10);
                        assertThatThrownBy(() -> insert(1, 10)).isInstanceOf(DuplicateKeyException.class);
                    }))
                    .isInstanceOf(TransactionDoomedException.class);
        });
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void nestedWithoutATransactionIsOne() {
        tx.nested().run(() -> insert(1, 10));
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void nestedLevelsReleaseIntoEachOther() {
        assertThatThrownBy(() -> tx.nested().run(() -> {
                    tx.nested().run(() -> tx.nested().run(() -> insert(1, 10)));
                    insert(2, 10);
                    throw new IllegalStateException("outermost");
                }))
                .hasMessage("outermost");
        assertThat(count()).isZero();
    }

    @Test
    void jooqsOwnTransactionIsASavepointNeverACommit() {
        assertThatThrownBy(() -> db.transaction(sql -> {
                    insert(1, 10);
                    sql.transaction(inner -> inner.dsl()
                            .insertInto(ACCOUNTS, ID, OWNER, BALANCE)
                            .values(2L, "b", 1L)
                            .execute());
                    assertThatThrownBy(() -> sql.transaction(inner -> {
                                inner.dsl()
                                        .insertInto(ACCOUNTS, ID, OWNER, BALANCE)
                                        .values(3L, "c", 1L)
                                        .execute();
                                throw new IllegalStateException("inner");
                            }))
                            .hasMessage("inner");
                    assertThat(sql.fetchCount(ACCOUNTS)).isEqualTo(2);
                    throw new IllegalStateException("outer");
                }))
                .hasMessage("outer");
        assertThat(count()).isZero();
    }

    @Test
    void requiresNewIsATransactionOfItsOwn() {
        if (db.engine() == Engine.SQLITE) {
            assertThatThrownBy(() -> tx.run(() -> tx.requiresNew().run(() -> insert(1, 10))))
                    .isInstanceOfSatisfying(
                            TransactionException.class,
                            refused -> assertThat(refused.code()).isEqualTo(CoreError.SELF_DEADLOCK));
            return;
        }
        assertThatThrownBy(() -> tx.run(() -> {
                    insert(1, 10);
                    tx.requiresNew().run(() -> insert(2, 10));
                    throw new IllegalStateException("outer");
                }))
                .hasMessage("outer");
        assertThat(db.<List<Long>, RuntimeException>read(
                        sql -> sql.select(ID).from(ACCOUNTS).fetch(ID)))
                .containsExactly(2L);
    }

    @Test
    void readOnlyRequiresNewInsideAWriteTransactionSeesWhatIsCommitted() {
        insert(1, 10);
        tx.run(() -> {
            insert(2, 10);
            int seen = tx.requiresNew().readOnly().call(() -> db.access().sql().fetchCount(ACCOUNTS));
            assertThat(seen).isEqualTo(1);
            assertThat(count()).as("db.read").isEqualTo(1);
        });
    }

    @Test
    void readOnlyRefusesWritesAndKeepsReading() {
        insert(1, 10);
        assertThatThrownBy(() -> tx.readOnly().run(() -> insert(2, 10))).isInstanceOf(ReadOnlyException.class);
        assertThat(tx.readOnly()
                        .<Integer, RuntimeException>call(() -> db.access().sql().fetchCount(ACCOUNTS)))
                .isEqualTo(1);
    }

    @Test
    void aWriteTransactionAfterAReadOnlyOneCanWrite() {
        tx.readOnly().run(() -> db.access().sql().fetchCount(ACCOUNTS));
        insert(1, 10);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void optionsThatTheRunningTransactionCannotGiveAreRefused() {
        tx.run(() -> {
            assertConflict(tx.readOnly(), "read-only");
            assertConflict(tx.isolation(Isolation.SERIALIZABLE), "SERIALIZABLE");
            assertConflict(tx.timeout(Duration.ofSeconds(1)), "1000 ms");
            assertConflict(tx.retry(Retry.exponential(3, Duration.ZERO)), "retry");
            assertConflict(tx.nested().retry(Retry.exponential(3, Duration.ZERO)), "retry");
            insert(1, 10);
        });
        assertThat(count()).isEqualTo(1);
    }

    private static void assertConflict(Transactor asking, String named) {
        assertThatThrownBy(() -> asking.run(() -> {}))
                .isInstanceOf(ConflictingOptionException.class)
                .hasMessageContaining(named);
    }

    @Test
    void optionsThatTheRunningTransactionAlreadyGivesMayBeAskedFor() {
        tx.isolation(Isolation.SERIALIZABLE)
                .readOnly()
                .timeout(Duration.ofMinutes(1))
                .run(() -> {
                    tx.isolation(Isolation.READ_COMMITTED).run(() -> {});
                    tx.isolation(Isolation.SERIALIZABLE).readOnly().run(() -> {});
                    tx.timeout(Duration.ofMinutes(2)).run(() -> {});
                });
    }

    @Test
    void aTransactionThatIsTooLateIsRolledBack() {
        assertThatThrownBy(() -> tx.timeout(Duration.ofMillis(30)).run(() -> {
                    insert(1, 10);
                    long end = System.nanoTime() + Duration.ofMillis(40).toNanos();
                    while (System.nanoTime() < end) {
                        Thread.onSpinWait();
                    }
                    insert(2, 10);
                }))
                .isInstanceOf(TransactionTimeoutException.class);
        assertThat(count()).isZero();
    }

    @Test
    void hooksRunInOrderAroundTheCommit() {
        List<String> heard = new ArrayList<>();
        tx.run(() -> {
            tx.beforeCommit(() -> {
                insert(1, 10);
                heard.add("before, active " + tx.isActive());
                tx.beforeCommit(() -> heard.add("registered by a hook"));
            });
            tx.afterCommit(() -> {
                heard.add("after, active " + tx.isActive() + ", rows " + count());
            });
            tx.afterRollback(() -> heard.add("rolled back"));
            heard.add("block");
        });
        assertThat(heard)
                .containsExactly("block", "before, active true", "registered by a hook", "after, active false, rows 1");
    }

    @Test
    void aHookBeforeCommitThatThrowsRollsBack() {
        List<String> heard = new ArrayList<>();
        assertThatThrownBy(() -> tx.run(() -> {
                    insert(1, 10);
                    tx.beforeCommit(() -> {
                        throw new IllegalStateException("no");
                    });
                    tx.afterCommit(() -> heard.add("committed"));
                    tx.afterRollback(() -> heard.add("rolled back"));
                }))
                .hasMessage("no");
        assertThat(heard).containsExactly("rolled back");
        assertThat(count()).isZero();
    }

    @Test
    void aHookAfterCommitThatThrowsSaysThatTheCommitTookPlace() {
        List<String> heard = new ArrayList<>();
        assertThatThrownBy(() -> tx.retry(Retry.exponential(3, Duration.ZERO)).run(() -> {
                    insert(1, 10);
                    tx.afterCommit(() -> {
                        throw new IllegalStateException("mail server");
                    });
                    tx.afterCommit(() -> heard.add("second hook"));
                }))
                .isInstanceOf(AfterCommitHookException.class)
                .hasMessageContaining("is committed")
                .hasRootCauseMessage("mail server");
        assertThat(heard).containsExactly("second hook");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void hooksOfANestedBlockThatWasTakenBackHearOfTheRollbackAlone() {
        List<String> heard = new ArrayList<>();
        tx.run(() -> {
            assertThatThrownBy(() -> tx.nested().run(() -> {
                        tx.afterCommit(() -> heard.add("inner commit"));
                        tx.afterRollback(() -> heard.add("inner rollback"));
                        throw new IllegalStateException();
                    }))
                    .isInstanceOf(IllegalStateException.class);
            tx.nested().run(() -> tx.afterCommit(() -> heard.add("kept")));
        });
        assertThat(heard).containsExactly("inner rollback", "kept");
    }

    @Test
    void hooksNeedATransaction() {
        assertThatThrownBy(() -> tx.afterCommit(() -> {}))
                .isInstanceOf(NoTransactionException.class)
                .hasMessageContaining("afterCommit");
    }

    @Test
    void anotherThreadIsNotInTheTransaction() {
        tx.readOnly()
                .run(() -> assertThatThrownBy(() -> CompletableFuture.runAsync(
                                        () -> db.access().sql().fetchCount(ACCOUNTS))
                                .join())
                        .isInstanceOf(CompletionException.class)
                        .hasCauseInstanceOf(NoTransactionException.class));
    }

    @Test
    void sqlKeptAfterItsTransactionSaysSo() {
        var kept = db.transaction(sql -> sql);
        assertThatThrownBy(() -> kept.fetchCount(ACCOUNTS)).isInstanceOf(NoTransactionException.class);
    }
}
