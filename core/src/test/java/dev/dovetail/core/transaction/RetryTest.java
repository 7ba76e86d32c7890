package dev.dovetail.core.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.OpenDatabase;
import dev.dovetail.core.error.AfterCommitHookException;
import dev.dovetail.core.error.CommitOutcomeUnknownException;
import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.core.error.TransientConflictException;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class RetryTest extends OpenDatabase {

    private static final Retry AT_ONCE = Retry.exponential(3, Duration.ZERO);
    private final Transactor tx = db.transactor();

    RetryTest(TestDatabase database) {
        super(database);
    }

    @Test
    void runsTheWholeBlockAgainAfterATransientFailure() {
        List<Integer> rowsSeen = new ArrayList<>();
        tx.retry(AT_ONCE).run(() -> {
            rowsSeen.add(db.access().sql().fetchCount(ACCOUNTS));
            insert(1, 10);
            if (rowsSeen.size() < 3) {
                throw new IllegalStateException("wrapped by the service", conflict());
            }
        });
        assertThat(rowsSeen).containsExactly(0, 0, 0);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void givesUpAfterTheLastAttemptWithTheLastFailure() {
        List<Integer> attempts = new ArrayList<>();
        assertThatThrownBy(() -> tx.retry(AT_ONCE).run(() -> {
                    attempts.add(1);
                    throw conflict();
                }))
                .isInstanceOf(TransientConflictException.class);
        assertThat(attempts).hasSize(3);
    }

    @Test
    void doesNotRunAgainWhatIsNotTransient() {
        List<Integer> attempts = new ArrayList<>();
        assertThatThrownBy(() -> tx.retry(AT_ONCE).run(() -> {
                    attempts.add(1);
                    insert(1, -1);
                }))
                .isInstanceOf(dev.dovetail.core.error.CheckFailedException.class);
        assertThat(attempts).hasSize(1);
    }

    @Test
    void anUnknownCommitOutcomeIsRunAgainOnlyWhenAsked() {
        List<Integer> attempts = new ArrayList<>();
        TransactionalRunnable<RuntimeException> work = () -> {
            attempts.add(1);
            throw new CommitOutcomeUnknownException(
                    new Explanation(CoreError.COMMIT_OUTCOME_UNKNOWN, "fact", "cause", "fix"), null);
        };
        assertThatThrownBy(() -> tx.retry(AT_ONCE).run(work)).isInstanceOf(CommitOutcomeUnknownException.class);
        assertThat(attempts).hasSize(1);
        assertThatThrownBy(() -> tx.retry(AT_ONCE.evenWhenOutcomeUnknown()).run(work))
                .isInstanceOf(CommitOutcomeUnknownException.class);
        assertThat(attempts).hasSize(4);
    }

    @Test
    void beginsNoAttemptAfterTheDeadline() {
        List<Integer> attempts = new ArrayList<>();
        Retry patient = new Retry(100, Duration.ofHours(2), Duration.ofHours(2), Duration.ZERO, false);
        assertThatThrownBy(() -> tx.retry(patient).run(() -> {
                    attempts.add(1);
                    throw conflict();
                }))
                .isInstanceOf(TransientConflictException.class);
        assertThat(attempts).hasSize(1);
    }

    @Test
    void anInterruptEndsTheWaitAndStaysSet() {
        Retry slow = new Retry(2, Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(2), false);
        try {
            assertThatThrownBy(() -> tx.retry(slow).run(() -> {
                        Thread.currentThread().interrupt();
                        throw conflict();
                    }))
                    .isInstanceOf(TransientConflictException.class);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void whatIsCommittedIsNotRunAgainWhateverFailsOrWrapsIt() {
        List<Integer> attempts = new ArrayList<>();
        assertThatThrownBy(() -> tx.retry(AT_ONCE).run(() -> {
                    attempts.add(1);
                    insert(attempts.size(), 10);
                    tx.afterCommit(() -> {
                        throw new AssertionError("hook", conflict());
                    });
                }))
                .isInstanceOf(AfterCommitHookException.class);
        assertThat(attempts).hasSize(1);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aWrappedHookFailureOrUnknownOutcomeOfAnInnerTransactionIsNotRunAgain() {
        for (RuntimeException inner : List.of(
                new AfterCommitHookException(
                        new Explanation(CoreError.AFTER_COMMIT_HOOK_FAILED, "fact", "cause", "fix"), conflict()),
                new CommitOutcomeUnknownException(
                        new Explanation(CoreError.COMMIT_OUTCOME_UNKNOWN, "fact", "cause", "fix"), conflict()))) {
            List<Integer> attempts = new ArrayList<>();
            assertThatThrownBy(() -> tx.retry(AT_ONCE).run(() -> {
                        attempts.add(1);
                        throw new IllegalStateException("service", inner);
                    }))
                    .hasMessage("service");
            assertThat(attempts).as(inner.getClass().getSimpleName()).hasSize(1);
        }
    }

    @Test
    void theUnknownOutcomeOfAnInnerTransactionStillRollsTheOuterOneBackAndTellsItsHooks() {
        List<String> heard = new ArrayList<>();
        assertThatThrownBy(() -> tx.run(() -> {
                    insert(1, 10);
                    tx.afterRollback(() -> heard.add("rolled back"));
                    throw new CommitOutcomeUnknownException(
                            new Explanation(CoreError.COMMIT_OUTCOME_UNKNOWN, "fact", "cause", "fix"), null);
                }))
                .isInstanceOf(CommitOutcomeUnknownException.class);
        assertThat(heard).containsExactly("rolled back");
        assertThat(count()).isZero();
    }

    private static TransientConflictException conflict() {
        return new TransientConflictException(
                new Explanation(CoreError.TRANSIENT_CONFLICT, "fact", "cause", "fix"), null);
    }
}
