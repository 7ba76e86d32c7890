package dev.dovetail.core.spi;

import java.sql.Connection;

/**
 * Where statements may run now: the transaction of this thread, or a read-only connection of its own. For those who send
 * statements by JDBC instead of jOOQ: every one of them is announced with {@link #start}, so that the same rules hold for
 * it. Used by one thread.
 */
public interface StatementScope extends AutoCloseable {

    /** The connection; committing and closing it are the scope's. */
    Connection connection();

    /**
     * Announces a statement that is about to be prepared: the listeners hear of it, and it is recorded.
     *
     * @throws dev.dovetail.core.error.ReadOnlyException if it writes where only reads are allowed
     * @throws dev.dovetail.core.error.TransactionDoomedException if an earlier failure doomed the transaction
     * @throws dev.dovetail.core.error.TransactionTimeoutException if the transaction's time is up
     */
    StatementRun start(StatementInfo statement, String sql);

    /** Gives a read-only connection back; does nothing inside of a transaction. */
    @Override
    void close();
}
