package dev.dovetail.core.spi;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.transaction.TransactionManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** What modules that build on core need of a database. Thread-safe; connections belong to one thread. */
public interface DatabaseAccess {

    /** Which engine this is. */
    Engine engine();

    /** The transactions of this database. */
    TransactionManager transactions();

    /**
     * The connection of the current transaction; core commits and closes it, and refuses that to others. A failure of a
     * statement on it dooms the transaction. Its {@code unwrap} leads to the driver's own, on which nobody looks.
     *
     * @throws dev.dovetail.core.error.NoTransactionException if none runs on this thread
     */
    Connection connection();

    /**
     * Typed SQL on the current transaction, each statement looked up on the thread that runs it.
     *
     * <p>Every statement is announced to the {@link #addStatementListener listeners}, counted, and its failure translated
     * and dooming. {@code transaction(…)} on it is a savepoint.
     */
    DSLContext sql();

    /**
     * A connection outside of any transaction, in autocommit mode, for work that must own one (schema changes, locks).
     * The caller closes it.
     *
     * @throws dev.dovetail.core.error.DatabaseUnavailableException if there is none
     */
    Connection openConnection();

    /**
     * The typed exception for a failure of the driver. Does not doom the transaction; the caller does, where one runs.
     *
     * @param sql the statement, or null if there was none
     */
    RuntimeException translate(SQLException failure, @Nullable String sql);

    /**
     * Marks columns whose values no exception may show, for as long as the database is open.
     *
     * @param table its name, without regard to case; a schema before it does not matter
     */
    void addSecretColumns(String table, Collection<String> columns);

    /** Whether a value of a column must not be shown, because of the column or of the value. */
    boolean isSecret(String table, String column, @Nullable Object value);

    /**
     * The current transaction as a place for statements by JDBC.
     *
     * @throws dev.dovetail.core.error.NoTransactionException if none runs on this thread
     */
    StatementScope statements();

    /**
     * A read-only connection of its own as a place for statements by JDBC, each its own transaction. The caller closes
     * it.
     *
     * @throws dev.dovetail.core.error.DatabaseUnavailableException if there is none
     */
    StatementScope reading();

    /**
     * Reports a statement that somebody is about to send by means of their own: log, recordings, counters and metrics
     * hear of it, the {@link #addStatementListener listeners} do not.
     *
     * @param sql its text
     */
    StatementReport report(String sql);

    /** Adds somebody who is told what became of every statement, in a transaction, outside of one or reported. */
    void addStatementObserver(StatementObserver observer);

    /** Takes an observer away again. */
    void removeStatementObserver(StatementObserver observer);

    /** Adds somebody who is told of every transaction that begins from now on. */
    void addTransactionObserver(TransactionObserver observer);

    /** Takes an observer away again. */
    void removeTransactionObserver(TransactionObserver observer);

    /** Adds somebody who is asked what statements are for when they are repeated too often. */
    void addStatementPurpose(StatementPurpose purpose);

    /** Takes one away again. */
    void removeStatementPurpose(StatementPurpose purpose);

    /** How many statements were slow since the database was opened; 0 without the option {@code slowQuery}. */
    long slowStatements();

    /** Adds a listener for the statements of this database that run through jOOQ or bulk operations. */
    void addStatementListener(StatementListener listener);

    /** Takes a listener away again. */
    void removeStatementListener(StatementListener listener);
}
