package dev.dovetail.core.spi;

import dev.dovetail.core.transaction.TransactionOptions;
import dev.dovetail.core.transaction.TransactionOutcome;
import java.time.Duration;

/**
 * Is told of the physical transactions of a database, on their threads. For metrics and the like. Every method may be
 * left out. Thread-safe; does not throw.
 */
public interface TransactionObserver {

    /** One began. */
    default void begun(TransactionOptions options) {}

    /** A savepoint was set in one. */
    default void savepointSet() {}

    /** A savepoint was released: what was done since belongs to what is around it. */
    default void savepointReleased() {}

    /** What was done since a savepoint was taken back. */
    default void savepointRolledBack() {}

    /**
     * One ended.
     *
     * @param duration since before its connection was asked for
     */
    default void ended(TransactionOutcome outcome, Duration duration) {}

    /** A whole transaction will be run again because of this. */
    default void retrying(Throwable failure) {}
}
