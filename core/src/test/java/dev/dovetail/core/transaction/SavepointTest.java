package dev.dovetail.core.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.OpenDatabase;
import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.DuplicateKeyException;
import dev.dovetail.core.error.TransactionDoomedException;
import dev.dovetail.core.error.TransactionException;
import dev.dovetail.core.transaction.ActiveTransaction.SavepointScope;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class SavepointTest extends OpenDatabase {

    private final Transactor tx = db.transactor();
    private final List<String> heard = new ArrayList<>();

    SavepointTest(TestDatabase database) {
        super(database);
    }

    @Test
    void aSavepointThatWasForgottenIsAnErrorAtCommit() {
        assertThatThrownBy(() -> tx.run(() -> {
                    insert(1, 10);
                    current().openSavepoint();
                    insert(2, 10);
                }))
                .isInstanceOfSatisfying(
                        TransactionException.class, e -> assertThat(e.code()).isEqualTo(CoreError.SAVEPOINT_LEFT_OPEN));
        assertThat(count()).isZero();
    }

    @Test
    void aSavepointForgottenInANestedBlockGoesWithIt() {
        tx.run(() -> {
            insert(1, 10);
            assertThatThrownBy(() -> tx.nested().run(() -> {
                        current().openSavepoint();
                        tx.afterRollback(() -> heard.add("forgotten level"));
                        insert(2, 10);
                        throw new IllegalStateException("nested");
                    }))
                    .hasMessage("nested");
            assertThat(heard).containsExactly("forgotten level");
            insert(3, 10);
        });
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void aNestedBlockThatForgotASavepointCannotBeKept() {
        tx.run(() -> {
            insert(1, 10);
            assertThatThrownBy(() -> tx.nested().run(() -> {
                        current().openSavepoint();
                        insert(2, 10);
                    }))
                    .isInstanceOf(TransactionException.class)
                    .hasMessageContaining("never ended");
        });
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aSavepointIsEndedOnce() {
        tx.run(() -> {
            SavepointScope savepoint = current().openSavepoint();
            savepoint.release();
            assertThatThrownBy(savepoint::release).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> savepoint.rollback(new IllegalStateException("again")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("twice");
            insert(1, 10);
        });
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aFlushThatFailsBeforeASavepointDoomsTheTransactionAroundIt() {
        RecordingParticipant participant = new RecordingParticipant().on("beforeSavepoint", () -> {
            throw new IllegalStateException("flush");
        });
        assertThatThrownBy(() -> tx.run(() -> {
                    insert(1, 10);
                    current().enlist(participant);
                    assertThatThrownBy(() -> tx.nested().run(() -> heard.add("block")))
                            .hasMessage("flush");
                }))
                .isInstanceOf(TransactionDoomedException.class)
                .hasRootCauseMessage("flush");
        assertThat(heard).isEmpty();
        assertThat(count()).isZero();
    }

    @Test
    void aSavepointThatCannotBeReturnedToDoomsTheTransactionAroundIt() {
        insert(1, 10);
        assertThatThrownBy(() -> tx.run(() -> {
                    insert(2, 10);
                    assertThatThrownBy(() -> tx.nested().run(() -> {
                                loseSavepoint();
                                throw new IllegalStateException("nested");
                            }))
                            .hasMessage("nested")
                            .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
                    assertThatThrownBy(() -> insert(3, 10)).isInstanceOf(TransactionDoomedException.class);
                }))
                .isInstanceOf(TransactionDoomedException.class);
        assertThat(count()).isEqualTo(1);
    }

    /** Behind everybody's back: SQLite rolls all back by itself now and then, and connections break. */
    private void loseSavepoint() {
        try {
            Connection driver = db.access().connection().unwrap(Connection.class);
            if (db.engine() == Engine.SQLITE) {
                try (Statement direct = driver.createStatement()) {
                    direct.execute("rollback");
                }
            } else {
                driver.abort(Runnable::run);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void thousandsOfNestedBlocksThatAreTakenBackLeaveNothingBehind() {
        insert(1, 10);
        tx.run(() -> {
            for (int i = 0; i < 3_000; i++) {
                assertThatThrownBy(() -> tx.nested().run(() -> insert(1, 10)))
                        .isInstanceOf(DuplicateKeyException.class);
            }
            insert(2, 10);
        });
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void aJooqTransactionInsideADoomedOneSaysWhatDoomedIt() {
        insert(1, 10);
        assertThatThrownBy(() -> db.transaction(sql -> {
                    assertThatThrownBy(() -> insert(1, 10)).isInstanceOf(DuplicateKeyException.class);
                    assertThatThrownBy(() -> sql.transaction(inner -> heard.add("block")))
                            .isInstanceOf(TransactionDoomedException.class)
                            .satisfies(e -> assertThat(e.getSuppressed()).isEmpty());
                    return sql;
                }))
                .isInstanceOf(TransactionDoomedException.class);
        assertThat(heard).isEmpty();
    }

    private ActiveTransaction current() {
        return db.access().transactions().require("test");
    }
}
