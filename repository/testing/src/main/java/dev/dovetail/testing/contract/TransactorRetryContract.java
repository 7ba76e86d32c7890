package dev.dovetail.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.error.AfterCommitHookException;
import dev.dovetail.core.error.CommitOutcomeUnknownException;
import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.DatabaseUnavailableException;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.core.error.TransientConflictException;
import dev.dovetail.core.transaction.Retry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** When every {@link dev.dovetail.core.transaction.Transactor} runs a transaction again, and when not. */
public interface TransactorRetryContract extends TransactorContract {

    /** Three attempts without waiting. */
    Retry AT_ONCE = Retry.exponential(3, Duration.ZERO);

    @Test
    default void theWholeBlockIsRunAgainAfterATransientFailureWhateverWrapsIt() {
        for (Supplier<RuntimeException> failure : List.<Supplier<RuntimeException>>of(
                TransactorRetryContract::conflict,
                TransactorRetryContract::connectionLost,
                () -> new IllegalStateException("service", conflict()))) {
            List<Integer> seen = new ArrayList<>();
            int before = written().size();
            tx().retry(AT_ONCE).run(() -> {
                seen.add(written().size());
                write("attempt " + (before * 10 + seen.size()));
                if (seen.size() < 3) {
                    throw failure.get();
                }
            });
            assertThat(seen).containsExactly(before, before, before);
            assertThat(written()).hasSize(before + 1);
        }
    }

    @Test
    default void afterTheLastAttemptTheLastFailureIsThrown() {
        List<RuntimeException> thrown = new ArrayList<>();
        assertThatThrownBy(() -> tx().retry(AT_ONCE).run(() -> {
                    thrown.add(conflict());
                    throw thrown.get(thrown.size() - 1);
                }))
                .isInstanceOf(TransientConflictException.class)
                .satisfies(last -> assertThat(last).isSameAs(thrown.get(2)));
        assertThat(thrown).hasSize(3);
    }

    @Test
    default void whatIsNotTransientIsNotRunAgain() {
        List<Integer> attempts = new ArrayList<>();
        assertThatThrownBy(() -> tx().retry(AT_ONCE).run(() -> {
                    attempts.add(1);
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(attempts).hasSize(1);
    }

    @Test
    default void anUnknownOutcomeIsRunAgainOnlyWhenAsked() {
        List<Integer> attempts = new ArrayList<>();
        for (Retry retry : List.of(AT_ONCE, AT_ONCE.evenWhenOutcomeUnknown())) {
            assertThatExceptionOfType(CommitOutcomeUnknownException.class)
                    .isThrownBy(() -> tx().retry(retry).run(() -> {
                        attempts.add(1);
                        throw new CommitOutcomeUnknownException(
                                new Explanation(CoreError.COMMIT_OUTCOME_UNKNOWN, "fact", "cause", "fix"), null);
                    }));
        }
        assertThat(attempts).hasSize(4);
    }

    @Test
    default void whatIsCommittedIsNotRunAgain() {
        List<Integer> attempts = new ArrayList<>();
        assertThatExceptionOfType(AfterCommitHookException.class)
                .isThrownBy(() -> tx().retry(AT_ONCE).run(() -> {
                    attempts.add(1);
                    write("a" + attempts.size());
                    tx().afterCommit(() -> {
                        throw conflict();
                    });
                }));
        assertThat(attempts).hasSize(1);
        assertThat(written()).containsExactly("a1");
    }

    private static TransientConflictException conflict() {
        return new TransientConflictException(
                new Explanation(CoreError.TRANSIENT_CONFLICT, "fact", "cause", "fix"), null);
    }

    private static DatabaseUnavailableException connectionLost() {
        return new DatabaseUnavailableException(
                new Explanation(CoreError.CONNECTION_LOST, "fact", "cause", "fix"), null);
    }
}
