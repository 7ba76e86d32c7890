package dev.dovetail.core;

import dev.dovetail.core.bulk.Bulk;
import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.engine.PoolStatus;
import dev.dovetail.core.query.CompiledQuery;
import dev.dovetail.core.query.CompiledStatement;
import dev.dovetail.core.query.QueryCacheStatistics;
import dev.dovetail.core.query.RowMapping;
import dev.dovetail.core.query.StreamFunction;
import dev.dovetail.core.spi.DatabaseAccess;
import dev.dovetail.core.statement.ExecutionPlan;
import dev.dovetail.core.statement.StatementStatistics;
import dev.dovetail.core.transaction.Transactor;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.RowCountQuery;
import org.jspecify.annotations.Nullable;

/**
 * An engine: from one URL to pooled connections, transactions and typed SQL. Open one per database and keep it for the
 * life of the application. Thread-safe.
 *
 * <p>Inside a transaction of this database every call joins it, except {@link #read}, which has its own read-only
 * connection.
 */
public interface Database extends AutoCloseable {

    /**
     * Opens a database and makes sure that it answers.
     *
     * @param url {@code sqlite:///file.db} (relative), {@code sqlite:////abs/file.db}, {@code sqlite:///:memory:}
     *     (private, gone when this closes), {@code postgresql://user:password@host:port/db?option=value},
     *     {@code mariadb://…}, {@code mysql://…}, {@code h2:mem:name}, {@code h2:file:/path}, or any {@code jdbc:} URL of
     *     these engines
     * @throws dev.dovetail.core.error.DatabaseUrlException if the URL or an option makes no sense, or the driver is not
     *     on the classpath
     * @throws dev.dovetail.core.error.DatabaseUnavailableException if the database does not answer or lets us in
     */
    static Database open(String url) {
        return open(url, options -> {});
    }

    /** Like {@link #open(String)}, with options. */
    static Database open(String url, Consumer<DatabaseOptions> options) {
        Objects.requireNonNull(url, "url");
        DatabaseOptions chosen = new DatabaseOptions();
        options.accept(chosen);
        return PooledDatabase.open(url, chosen);
    }

    /**
     * Works on connections of an existing pool, which stays the caller's to close. Read-only work takes its connections
     * from the same pool, and they go back as they came. As they cannot be read-only for life, all statements of one
     * {@link #read} are one read-only transaction, though not one of the thread.
     *
     * @throws dev.dovetail.core.error.DatabaseUrlException if its engine is none that Dovetail knows
     * @throws dev.dovetail.core.error.DatabaseUnavailableException if it gives no connection
     */
    static Database using(DataSource dataSource) {
        return PooledDatabase.using(Objects.requireNonNull(dataSource, "dataSource"));
    }

    /** Which engine this is. */
    Engine engine();

    /**
     * Reads on a read-only connection of its own, apart from any running transaction: it sees what is committed. Each
     * statement is its own transaction, one round trip.
     *
     * @throws X what the work throws
     * @throws dev.dovetail.core.error.ReadOnlyException if the work tries to write
     */
    <T extends @Nullable Object, X extends Exception> T read(SqlFunction<T, X> work) throws X;

    /**
     * Runs the work in a transaction, joining the one of this thread if there is one. The same as
     * {@code transactor().call(…)} with typed SQL at hand.
     *
     * @throws X what the work throws, after rollback
     */
    <T extends @Nullable Object, X extends Exception> T transaction(SqlFunction<T, X> work) throws X;

    /** The transactor of this database. */
    Transactor transactor();

    /** Bulk operations. They join a running transaction, or else are one. */
    Bulk bulk();

    /**
     * Compiles a query: rendered once, sent as a prepared statement, its rows mapped without a jOOQ record. Keep the
     * result; it is immutable and thread-safe.
     *
     * @param query builds the query, with {@code param("name", Type.class)} where values come later; it is called once
     * @param mapping what a row becomes, see {@link dev.dovetail.core.query.Mappings}
     * @throws dev.dovetail.core.query.QueryException if it has parameters or columns that do not go together
     */
    <R extends Record, T extends @Nullable Object> CompiledQuery<T> compile(
            Function<? super DSLContext, ? extends ResultQuery<R>> query, RowMapping<? super R, T> mapping);

    /** Compiles an insert, update or delete, likewise. */
    CompiledStatement compile(Function<? super DSLContext, ? extends RowCountQuery> statement);

    /**
     * Gives the rows of a query to the work as a stream, in constant memory on every engine, as
     * {@link CompiledQuery#stream} does.
     *
     * @throws X what the work throws, after the result is closed
     */
    <R extends Record, V extends @Nullable Object, X extends Exception> V stream(
            Function<? super DSLContext, ? extends ResultQuery<R>> query, StreamFunction<R, V, X> work) throws X;

    /** How the cache of compiled queries does. */
    QueryCacheStatistics queryCache();

    /**
     * What the statements of the current transaction came to so far, those of jOOQ, Hibernate and bulk operations
     * alike. Needs the option {@link DatabaseOptions#statistics statistics}.
     *
     * @throws dev.dovetail.core.error.NoTransactionException if none runs on this thread
     * @throws dev.dovetail.core.error.ConflictingOptionException if the option is not on
     */
    StatementStatistics statistics();

    /**
     * How the engine would run a query, insert, update, delete or merge; it is not run. Asked on a connection of its
     * own, read-only except for a write on MariaDB and MySQL, so what the current transaction has not committed, new tables for instance, is not seen. Parameters
     * are bound as in the query.
     *
     * @throws dev.dovetail.core.error.StatementFailedException if it is another kind of statement or several, or the
     *     engine refuses it
     */
    ExecutionPlan explain(Query query);

    /**
     * Likewise for a compiled query, with the values bound to it.
     *
     * @throws dev.dovetail.core.query.QueryException if a parameter has no value
     * @throws IllegalArgumentException if another database compiled it
     */
    ExecutionPlan explain(CompiledQuery<?> query);

    /** Likewise for a compiled insert, update or delete, which is not run. */
    ExecutionPlan explain(CompiledStatement statement);

    /** The connections of this database right now. */
    PoolStatus pool();

    /** What modules that build on core need of a database. Not for application code. */
    DatabaseAccess access();

    /** Closes all connections; a private database is gone afterwards. Closing twice does nothing. */
    @Override
    void close();
}
