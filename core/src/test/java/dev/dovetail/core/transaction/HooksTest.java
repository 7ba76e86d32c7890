package dev.dovetail.core.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.OpenDatabase;
import dev.dovetail.core.error.AfterCommitHookException;
import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.TransactionException;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class HooksTest extends OpenDatabase {

    private final Transactor tx = db.transactor();
    private final List<String> heard = new ArrayList<>();

    HooksTest(TestDatabase database) {
        super(database);
    }

    @Test
    void participantsHearOfTheCommitAfterTheHooksAndOfTheEndBeforeAfterCommit() {
        RecordingParticipant participant = new RecordingParticipant();
        tx.run(() -> {
            enlist(participant);
            tx.beforeCommit(() -> participant.hear("hook"));
            tx.afterCommit(() -> participant.hear("afterCommit"));
        });
        assertThat(participant.heard).containsExactly("hook", "beforeCommit", "committed", "afterCommit");
    }

    @Test
    void aHookRegisteredWhileAParticipantWritesIsRunAndWhatItChangesIsWritten() {
        RecordingParticipant participant = new RecordingParticipant();
        List<Long> pending = new ArrayList<>(List.of(1L));
        participant.on("beforeCommit", () -> {
            for (long id : List.copyOf(pending)) {
                insert(id, 10);
                if (id == 1) {
                    // As an entity's callback does.
                    tx.beforeCommit(() -> pending.add(2L));
                }
            }
            pending.clear();
        });
        tx.run(() -> enlist(participant));
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void hooksThatRegisterFurtherOnesForEverAreAnErrorThatSaysSo() {
        assertThatThrownBy(() -> tx.run(() -> {
                    insert(1, 10);
                    registerAgain();
                }))
                .isInstanceOfSatisfying(
                        TransactionException.class, e -> assertThat(e.code()).isEqualTo(CoreError.ENDLESS_HOOKS));
        assertThat(count()).isZero();
    }

    private void registerAgain() {
        tx.beforeCommit(this::registerAgain);
    }

    @Test
    void aThousandHooksAtOnceAreNotForEver() {
        tx.run(() -> {
            for (int i = 0; i < 2 * ManagedTransaction.MAX_ROUNDS; i++) {
                tx.beforeCommit(() -> heard.add("hook"));
            }
        });
        assertThat(heard).hasSize(2 * ManagedTransaction.MAX_ROUNDS);
    }

    @Test
    void anErrorInAHookAfterCommitSaysThatTheCommitTookPlaceAndShowsTheError() {
        assertThatThrownBy(() -> tx.run(() -> {
                    insert(1, 10);
                    tx.afterCommit(() -> {
                        throw new NoClassDefFoundError("mail");
                    });
                    tx.afterCommit(() -> {
                        throw new IllegalStateException("second");
                    });
                }))
                .isInstanceOf(AfterCommitHookException.class)
                .hasMessageContaining("NoClassDefFoundError: mail")
                .hasCauseInstanceOf(NoClassDefFoundError.class)
                .satisfies(e -> assertThat(e.getCause().getSuppressed()).hasSize(1));
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void hooksOfAKeptNestedBlockBelongToTheTransaction() {
        assertThatThrownBy(() -> tx.run(() -> {
                    tx.nested().run(() -> {
                        tx.beforeCommit(() -> heard.add("before commit"));
                        tx.afterCommit(() -> heard.add("after commit"));
                        tx.afterRollback(() -> heard.add("after rollback"));
                    });
                    assertThat(heard).isEmpty();
                    tx.beforeCommit(() -> {
                        throw new IllegalStateException("no");
                    });
                }))
                .hasMessage("no");
        assertThat(heard).containsExactly("before commit", "after rollback");
        heard.clear();
        tx.run(() -> tx.nested().run(() -> tx.afterCommit(() -> heard.add("after commit"))));
        assertThat(heard).containsExactly("after commit");
    }

    @Test
    void whatAHookAfterRollbackThrowsIsAddedToTheFailure() {
        assertThatThrownBy(() -> tx.run(() -> {
                    tx.afterRollback(() -> {
                        throw new IllegalArgumentException("cleaning up");
                    });
                    tx.afterRollback(() -> heard.add("second"));
                    throw new IllegalStateException("work");
                }))
                .hasMessage("work")
                .satisfies(e -> assertThat(e.getSuppressed()[0]).hasMessage("cleaning up"));
        assertThat(heard).containsExactly("second");
    }

    @Test
    void hooksRegisteredInAJooqTransactionHearOfItsRollback() {
        db.transaction(sql -> {
            assertThatThrownBy(() -> sql.transaction(inner -> {
                        tx.afterRollback(() -> heard.add("inner rollback"));
                        tx.afterCommit(() -> heard.add("inner commit"));
                        throw new IllegalStateException("inner");
                    }))
                    .hasMessage("inner");
            assertThat(heard).containsExactly("inner rollback");
            return heard;
        });
        assertThat(heard).containsExactly("inner rollback");
    }

    @Test
    void everyParticipantHearsOfTheEndAlsoIfOneOfThemFails() {
        RecordingParticipant failing = new RecordingParticipant().on("committed", () -> {
            throw new NoClassDefFoundError("late");
        });
        RecordingParticipant late = new RecordingParticipant();
        RecordingParticipant enlisting = new RecordingParticipant().on("committed", () -> enlist(late));
        tx.run(() -> {
            enlist(failing);
            enlist(enlisting);
            tx.afterCommit(() -> heard.add("after commit"));
        });
        assertThat(enlisting.heard).endsWith("committed");
        assertThat(late.heard).containsExactly("committed");
        assertThat(heard).containsExactly("after commit");
    }

    private void enlist(TransactionParticipant participant) {
        db.access().transactions().require("test").enlist(participant);
    }
}
