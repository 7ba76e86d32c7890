package dev.dovetail.repository.memory;

import dev.dovetail.core.error.CommitOutcomeUnknownException;
import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.DatabaseUnavailableException;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.core.error.TransientConflictException;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * What an {@link InMemoryTransactor} can be told to fail with: the exceptions of a database that a test cannot bring about
 * in memory. Immutable.
 */
public final class InjectedFailure {

    private static final String CAUSE = "a test has asked for this failure";

    private final Supplier<RuntimeException> exception;
    private final boolean ofCommit;
    private final boolean committed;

    private InjectedFailure(Supplier<RuntimeException> exception, boolean ofCommit, boolean committed) {
        this.exception = exception;
        this.ofCommit = ofCommit;
        this.committed = committed;
    }

    /** Two transactions wait for each other, and the database gives up this one. Worth a retry. */
    public static InjectedFailure deadlock() {
        return transientConflict("The database found a deadlock and gave up this transaction.");
    }

    /** A serializable transaction cannot be put in a line with the others. Worth a retry. */
    public static InjectedFailure serializationFailure() {
        return transientConflict("The database could not serialize this transaction.");
    }

    /** Another transaction holds a row for too long. Worth a retry. */
    public static InjectedFailure lockTimeout() {
        return transientConflict("The database waited too long for a lock.");
    }

    /** The connection breaks before the commit: nothing is done. Worth a retry. */
    public static InjectedFailure connectionLost() {
        return statement(() -> new DatabaseUnavailableException(
                new Explanation(
                        CoreError.CONNECTION_LOST,
                        "The connection to the database broke.",
                        CAUSE,
                        "run the transaction again"),
                null));
    }

    /** The connection breaks during the commit, which did not take place, but nobody knows. Not retried unless asked. */
    public static InjectedFailure commitLost() {
        return new InjectedFailure(InjectedFailure::outcomeUnknown, true, false);
    }

    /** The connection breaks during the commit, which took place, but nobody knows. Not retried unless asked. */
    public static InjectedFailure commitLostAfterwards() {
        return new InjectedFailure(InjectedFailure::outcomeUnknown, true, true);
    }

    /**
     * An exception of the test's own, for example of a constraint that only a trigger keeps.
     *
     * @param exception makes a new one
     */
    public static InjectedFailure of(Supplier<? extends RuntimeException> exception) {
        Objects.requireNonNull(exception, "exception");
        return statement(exception::get);
    }

    /** Makes the exception. */
    Supplier<RuntimeException> exception() {
        return exception;
    }

    /** Whether only a commit can fail so. */
    boolean isOfCommit() {
        return ofCommit;
    }

    /** Whether everything is made durable before it fails. */
    boolean isCommitted() {
        return committed;
    }

    private static InjectedFailure transientConflict(String fact) {
        return statement(() -> new TransientConflictException(
                new Explanation(
                        CoreError.TRANSIENT_CONFLICT, fact, CAUSE, "run it again as a whole: transactor().retry(…)"),
                null));
    }

    private static InjectedFailure statement(Supplier<RuntimeException> exception) {
        return new InjectedFailure(exception, false, false);
    }

    private static CommitOutcomeUnknownException outcomeUnknown() {
        return new CommitOutcomeUnknownException(
                new Explanation(
                        CoreError.COMMIT_OUTCOME_UNKNOWN,
                        "The connection broke during the commit: it may or may not have taken place.",
                        CAUSE,
                        "look whether what was written is there before doing it again"),
                null);
    }
}
