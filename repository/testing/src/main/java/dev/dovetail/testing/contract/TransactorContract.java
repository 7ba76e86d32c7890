package dev.dovetail.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.error.AfterCommitHookException;
import dev.dovetail.core.error.ConflictingOptionException;
import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.NoTransactionException;
import dev.dovetail.core.error.ReadOnlyException;
import dev.dovetail.core.error.TransactionDoomedException;
import dev.dovetail.core.error.TransactionException;
import dev.dovetail.core.error.TransactionTimeoutException;
import dev.dovetail.core.transaction.Isolation;
import dev.dovetail.core.transaction.Retry;
import dev.dovetail.core.transaction.Transactor;
import jakarta.data.exceptions.EmptyResultException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every {@link Transactor} does, on a database or in memory. A test class implements it for each, and begins each
 * test with nothing written. {@link TransactorRetryContract} is its other half.
 */
@Timeout(60)
public interface TransactorContract {

    /** The transactor under test; the same during a test. */
    Transactor tx();

    /** Writes something in the current transaction, or else in one of its own. */
    void write(String key);

    /** What is written and committed, in any order. */
    List<String> written();

    /** Whether a writing transaction inside another one is refused. */
    boolean refusesASecondWriter();

    @Test
    default void aBlockCommitsWhenItReturns() throws IOException {
        assertThat(tx().isActive()).isFalse();
        String result = tx().<String, IOException>call(() -> {
            assertThat(tx().isActive()).isTrue();
            write("a");
            tx().run(() -> write("b"));
            return "result";
        });
        assertThat(result).isEqualTo("result");
        assertThat(written()).containsExactlyInAnyOrder("a", "b");
        assertThat(tx().isActive()).isFalse();
    }

    @Test
    default void whateverIsThrownRollsBackAndReachesTheCallerUnchanged() {
        for (Throwable thrown :
                List.of(new IllegalStateException("a"), new IOException("b"), new AssertionError("c"))) {
            assertThatThrownBy(() -> tx().run(() -> {
                        write(thrown.getClass().getSimpleName());
                        if (thrown instanceof Error error) {
                            throw error;
                        }
                        throw (Exception) thrown;
                    }))
                    .isSameAs(thrown);
        }
        assertThat(written()).isEmpty();
    }

    @Test
    default void aFailureOfAJoinedBlockDoomsTheWholeEvenIfItIsCaught() {
        assertThatExceptionOfType(TransactionDoomedException.class)
                .isThrownBy(() -> tx().run(() -> {
                    write("a");
                    assertThatThrownBy(() -> tx().run(() -> {
                                throw new IllegalStateException("inner");
                            }))
                            .hasMessage("inner");
                }))
                .withStackTraceContaining("inner");
        assertThat(written()).isEmpty();
    }

    @Test
    default void notFoundDoomsNothing() {
        tx().run(() -> {
            write("a");
            assertThatExceptionOfType(EmptyResultException.class)
                    .isThrownBy(() -> tx().run(() -> {
                        throw new EmptyResultException("nobody");
                    }));
        });
        assertThat(written()).containsExactly("a");
    }

    @Test
    default void aNestedBlockIsTakenBackAlone() {
        List<String> heard = new ArrayList<>();
        tx().run(() -> {
            write("a");
            assertThatThrownBy(() -> tx().nested().run(() -> {
                        write("b");
                        tx().afterCommit(() -> heard.add("inner commit"));
                        tx().afterRollback(() -> heard.add("inner rollback"));
                        throw new IllegalStateException("inner");
                    }))
                    .hasMessage("inner");
            tx().nested().run(() -> {
                write("c");
                tx().nested().run(() -> write("d"));
                tx().afterCommit(() -> heard.add("kept"));
            });
        });
        assertThat(written()).containsExactlyInAnyOrder("a", "c", "d");
        assertThat(heard).containsExactly("inner rollback", "kept");
    }

    @Test
    default void requiresNewIsATransactionOfItsOwnOrRefused() {
        if (refusesASecondWriter()) {
            assertThatExceptionOfType(TransactionException.class)
                    .isThrownBy(() -> tx().run(() -> tx().requiresNew().run(() -> write("b"))))
                    .satisfies(refused -> assertThat(refused.code()).isEqualTo(CoreError.SELF_DEADLOCK));
            assertThat(written()).isEmpty();
            return;
        }
        assertThatThrownBy(() -> tx().run(() -> {
                    write("a");
                    tx().requiresNew().run(() -> write("b"));
                    throw new IllegalStateException("outer");
                }))
                .hasMessage("outer");
        assertThat(written()).containsExactly("b");
    }

    @Test
    default void aReadOnlyTransactionBesideAWritingOneSeesWhatIsCommitted() {
        write("a");
        tx().run(() -> {
            write("b");
            List<String> seen = tx().requiresNew().readOnly().call(this::written);
            assertThat(seen).containsExactly("a");
        });
        assertThat(written()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    default void aReadOnlyTransactionWritesNothing() {
        assertThatExceptionOfType(ReadOnlyException.class)
                .isThrownBy(() -> tx().readOnly().run(() -> write("a")));
        assertThat(written()).isEmpty();
        write("b");
        assertThat(written()).containsExactly("b");
    }

    @Test
    default void optionsThatTheRunningTransactionCannotGiveAreRefused() {
        tx().run(() -> {
            List<Transactor> asking = List.of(
                    tx().readOnly(),
                    tx().isolation(Isolation.SERIALIZABLE),
                    tx().timeout(Duration.ofSeconds(1)),
                    tx().retry(Retry.exponential(3, Duration.ZERO)));
            assertThat(asking)
                    .allSatisfy(each -> assertThatExceptionOfType(ConflictingOptionException.class)
                            .isThrownBy(() -> each.run(() -> {})));
            write("a");
        });
        assertThat(written()).containsExactly("a");
        tx().isolation(Isolation.SERIALIZABLE)
                .timeout(Duration.ofMinutes(1))
                .run(() -> tx().isolation(Isolation.READ_COMMITTED)
                        .timeout(Duration.ofMinutes(2))
                        .run(() -> {}));
    }

    @Test
    default void aTransactionThatIsTooLateIsRolledBack() {
        assertThatExceptionOfType(TransactionTimeoutException.class)
                .isThrownBy(() -> tx().timeout(Duration.ofMillis(30)).run(() -> {
                    write("a");
                    long end = System.nanoTime() + Duration.ofMillis(40).toNanos();
                    while (System.nanoTime() < end) {
                        Thread.onSpinWait();
                    }
                }));
        assertThat(written()).isEmpty();
    }

    @Test
    default void hooksRunInOrderAroundTheCommit() {
        List<String> heard = new ArrayList<>();
        tx().run(() -> {
            tx().beforeCommit(() -> {
                write("a");
                heard.add("before, active " + tx().isActive());
                tx().beforeCommit(() -> heard.add("registered by a hook"));
            });
            tx().afterCommit(() -> heard.add("after, active " + tx().isActive() + ", wrote " + written()));
            tx().afterRollback(() -> heard.add("rolled back"));
            heard.add("block");
        });
        assertThat(heard)
                .containsExactly(
                        "block", "before, active true", "registered by a hook", "after, active false, wrote [a]");
        assertThatExceptionOfType(NoTransactionException.class).isThrownBy(() -> tx().afterCommit(() -> {}));
    }

    @Test
    default void aHookBeforeCommitThatThrowsRollsBack() {
        List<String> heard = new ArrayList<>();
        assertThatThrownBy(() -> tx().run(() -> {
                    write("a");
                    tx().beforeCommit(() -> {
                        throw new IllegalStateException("no");
                    });
                    tx().afterCommit(() -> heard.add("committed"));
                    tx().afterRollback(() -> heard.add("rolled back"));
                }))
                .hasMessage("no");
        assertThat(heard).containsExactly("rolled back");
        assertThat(written()).isEmpty();
    }

    @Test
    default void aHookAfterCommitThatThrowsSaysThatTheCommitTookPlace() {
        List<String> heard = new ArrayList<>();
        assertThatExceptionOfType(AfterCommitHookException.class)
                .isThrownBy(() -> tx().run(() -> {
                    write("a");
                    tx().afterCommit(() -> {
                        throw new IllegalStateException("mail server");
                    });
                    tx().afterCommit(() -> heard.add("second hook"));
                }))
                .havingRootCause()
                .withMessage("mail server");
        assertThat(heard).containsExactly("second hook");
        assertThat(written()).containsExactly("a");
    }
}
