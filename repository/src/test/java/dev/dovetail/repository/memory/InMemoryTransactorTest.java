package dev.dovetail.repository.memory;

import static dev.dovetail.repository.memory.InjectedFailure.commitLost;
import static dev.dovetail.repository.memory.InjectedFailure.commitLostAfterwards;
import static dev.dovetail.repository.memory.InjectedFailure.connectionLost;
import static dev.dovetail.repository.memory.InjectedFailure.deadlock;
import static dev.dovetail.repository.memory.InjectedFailure.lockTimeout;
import static dev.dovetail.repository.memory.InjectedFailure.serializationFailure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dovetail.core.error.CommitOutcomeUnknownException;
import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.DatabaseUnavailableException;
import dev.dovetail.core.error.TransactionDoomedException;
import dev.dovetail.core.error.TransientConflictException;
import dev.dovetail.core.transaction.Retry;
import dev.dovetail.core.transaction.Transactor;
import dev.dovetail.repository.OutboxMessage;
import dev.dovetail.repository.memory.Forum.Member;
import dev.dovetail.repository.memory.Forum.Members;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Failures on demand. */
class InMemoryTransactorTest {

    private final InMemoryTransactor tx = InMemoryTransactor.create();
    private final InMemoryOutbox outbox = tx.outbox();
    private final Transactor retrying = tx.retry(Retry.exponential(3, Duration.ZERO));
    private final List<Integer> attempts = new ArrayList<>();

    private void work() {
        attempts.add(attempts.size() + 1);
        outbox.add("paid", String.valueOf(attempts.size()), "{}");
    }

    private List<String> published() {
        return outbox.published().stream().map(OutboxMessage::key).toList();
    }

    @Test
    void aCommitThatFailsLeavesNothingAndIsRunAgainIfAskedTo() {
        List<String> heard = new ArrayList<>();
        tx.failNextCommit();
        assertThatExceptionOfType(TransientConflictException.class)
                .isThrownBy(() -> tx.run(() -> {
                    tx.afterRollback(() -> heard.add("rolled back"));
                    tx.afterCommit(() -> heard.add("committed"));
                    work();
                }));
        assertThat(published()).isEmpty();
        assertThat(heard).containsExactly("rolled back");
        tx.failNextCommit();
        retrying.run(this::work);
        assertThat(published()).containsExactly("3");
    }

    @Test
    void transientFailuresOfStatementsAreRunAgain() {
        List.of(deadlock(), serializationFailure(), lockTimeout(), connectionLost())
                .forEach(failure -> {
                    attempts.clear();
                    tx.failNextWith(failure);
                    retrying.run(this::work);
                    assertThat(attempts).hasSize(2);
                });
        assertThat(published()).containsExactly("2", "2", "2", "2");
    }

    @Test
    void aFailedStatementDoomsTheTransactionEvenIfItIsCaught() {
        tx.failNextWith(deadlock());
        assertThatExceptionOfType(TransactionDoomedException.class)
                .isThrownBy(() -> tx.run(() -> {
                    try {
                        work();
                    } catch (TransientConflictException caught) {
                        assertThat(caught.code()).isEqualTo(CoreError.TRANSIENT_CONFLICT);
                    }
                }));
        assertThat(published()).isEmpty();
    }

    @Test
    void inANestedBlockTheFailureTakesBackThatBlockAlone() {
        tx.run(() -> {
            work();
            tx.failNextWith(deadlock());
            assertThatExceptionOfType(TransientConflictException.class)
                    .isThrownBy(() -> tx.nested().run(this::work));
        });
        assertThat(published()).containsExactly("1");
    }

    @Test
    void failuresTakePlaceOneAfterTheOther() {
        tx.failNextWith(deadlock());
        tx.failNextWith(connectionLost());
        assertThatExceptionOfType(TransientConflictException.class).isThrownBy(() -> tx.run(this::work));
        assertThatExceptionOfType(DatabaseUnavailableException.class)
                .isThrownBy(() -> tx.run(this::work))
                .satisfies(lost -> assertThat(lost.code()).isEqualTo(CoreError.CONNECTION_LOST));
        tx.run(this::work);
        assertThat(published()).containsExactly("3");
    }

    @Test
    void aTransactionWithoutStatementsFailsAtItsCommit() {
        tx.failNextWith(deadlock());
        assertThatExceptionOfType(TransientConflictException.class)
                .isThrownBy(() -> tx.run(() -> attempts.add(1)))
                .satisfies(unused -> assertThat(attempts).hasSize(1));
    }

    @Test
    void aCommitWhoseOutcomeIsUnknownIsRunAgainOnlyIfAskedTo() {
        tx.failNextWith(commitLost());
        assertThatExceptionOfType(CommitOutcomeUnknownException.class).isThrownBy(() -> retrying.run(this::work));
        assertThat(attempts).hasSize(1);
        assertThat(published()).isEmpty();
        tx.failNextWith(commitLostAfterwards());
        assertThatExceptionOfType(CommitOutcomeUnknownException.class).isThrownBy(() -> retrying.run(this::work));
        assertThat(published()).as("committed all the same").containsExactly("2");
        tx.failNextWith(commitLostAfterwards());
        tx.retry(Retry.exponential(2, Duration.ZERO).evenWhenOutcomeUnknown()).run(this::work);
        assertThat(published()).as("done twice").containsExactly("2", "3", "4");
    }

    @Test
    void aTestMayBringAnExceptionOfItsOwn() {
        tx.failNextWith(InjectedFailure.of(() -> new IllegalStateException("trigger")));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> retrying.run(this::work))
                .withMessage("trigger");
        assertThat(attempts).hasSize(1);
    }

    @Test
    void whatWasAskedForAndDidNotTakePlaceCanBeForgotten() {
        tx.failNextCommit();
        tx.failNextWith(deadlock());
        tx.failNoMore();
        tx.run(this::work);
        assertThat(published()).containsExactly("1");
    }

    @Test
    void callsOfRepositoriesAndTheWritingOfChangesFailToo() {
        InMemoryPersistence persistence = Forum.open();
        Members members = persistence.repository(Members.class);
        Member ann = members.insert(new Member("Ann", 1, 1));
        persistence.transactor().failNextWith(deadlock());
        assertThatExceptionOfType(TransientConflictException.class).isThrownBy(() -> members.findById(ann.id));
        persistence.transactor().failNextCommit();
        assertThatExceptionOfType(TransientConflictException.class)
                .isThrownBy(() -> persistence.transactor().run(() -> {
                    members.findById(ann.id).orElseThrow().name = "Anna";
                    persistence.outbox().add("renamed", "Ann", "{}");
                }));
        assertThat(members.findById(ann.id).orElseThrow().name).isEqualTo("Ann");
        assertThat(persistence.outbox().published()).isEmpty();
    }
}
