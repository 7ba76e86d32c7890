package dev.dovetail.core;

import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.dovetail.core.bulk.Bulk;
import dev.dovetail.core.engine.DatabaseUrl;
import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.engine.PoolStatus;
import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.DatabaseUnavailableException;
import dev.dovetail.core.error.DatabaseUrlException;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.core.internal.constraint.ConstraintSearch;
import dev.dovetail.core.internal.jdbc.ConnectionFailures;
import dev.dovetail.core.internal.jdbc.JdbcTransactions;
import dev.dovetail.core.internal.jdbc.SecretColumns;
import dev.dovetail.core.internal.jdbc.SqlFailures;
import dev.dovetail.core.internal.pool.ConnectionPools;
import dev.dovetail.core.internal.pool.HikariPools;
import dev.dovetail.core.internal.pool.SharedPool;
import dev.dovetail.core.internal.sql.JooqLoading;
import dev.dovetail.core.internal.sql.ReadingExplainer;
import dev.dovetail.core.internal.sql.SqlContexts;
import dev.dovetail.core.internal.statement.Explainer;
import dev.dovetail.core.internal.statement.Observations;
import dev.dovetail.core.internal.statement.ObservedTransactions;
import dev.dovetail.core.internal.statement.Unobserved;
import dev.dovetail.core.query.CompiledQuery;
import dev.dovetail.core.query.CompiledStatement;
import dev.dovetail.core.query.Mappings;
import dev.dovetail.core.query.QueryCacheStatistics;
import dev.dovetail.core.query.QueryCompiler;
import dev.dovetail.core.query.RowMapping;
import dev.dovetail.core.query.StreamFunction;
import dev.dovetail.core.spi.DatabaseAccess;
import dev.dovetail.core.spi.StatementListener;
import dev.dovetail.core.spi.StatementObserver;
import dev.dovetail.core.spi.StatementPurpose;
import dev.dovetail.core.spi.StatementReport;
import dev.dovetail.core.spi.StatementScope;
import dev.dovetail.core.spi.TransactionObserver;
import dev.dovetail.core.statement.ExecutionPlan;
import dev.dovetail.core.statement.StatementStatistics;
import dev.dovetail.core.transaction.TransactionManager;
import dev.dovetail.core.transaction.Transactor;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.RowCountQuery;
import org.jspecify.annotations.Nullable;

/** The one implementation of {@link Database}: pools, transactions and SQL contexts, joined. */
final class PooledDatabase implements Database, DatabaseAccess {

    private final Engine engine;
    private final String where;
    private final ConnectionPools pools;
    private final Runnable whenClosed;
    private final SecretColumns secrets;
    private final SqlFailures failures;
    private final JdbcTransactions connections;
    private final TransactionManager transactions;
    private final Explainer explainer;
    private final Observations observations;
    private final SqlContexts contexts;
    private final List<StatementListener> listeners = new CopyOnWriteArrayList<>();
    private final DSLContext sql;
    private final StatementScope scope;
    private final QueryCompiler queries;
    private final Bulk bulk;
    private volatile boolean closed;

    private PooledDatabase(
            Engine engine, String where, ConnectionPools pools, DatabaseOptions options, Runnable whenClosed) {
        this.engine = engine;
        this.where = where;
        this.pools = pools;
        this.whenClosed = whenClosed;
        this.secrets = options.secrets();
        this.failures = SqlFailures.of(engine, secrets);
        this.connections = new JdbcTransactions(
                engine, pools, failures, where, options.poolSettings().busyTimeout(), this::requireOpen);
        this.explainer = new ReadingExplainer(engine, failures, connections::openReader, connections::writer);
        this.observations = new Observations(options.observationSettings(), explainer);
        this.transactions = TransactionManager.over(new ObservedTransactions(connections, observations));
        this.contexts = new SqlContexts(
                engine, failures, new ConstraintSearch(engine, failures, secrets, pools::spareWriter), observations);
        this.sql = contexts.inTransactions(transactions, listeners);
        this.scope = contexts.statements(transactions, listeners);
        this.queries = QueryCompiler.on(this);
        this.bulk = Bulk.on(this);
    }

    static Database open(String url, DatabaseOptions options) {
        DatabaseUrl parsed = DatabaseUrl.parse(url);
        options.requireFor(parsed.engine());
        JooqLoading loading = JooqLoading.start();
        try {
            return open(parsed, options, loading);
        } finally {
            loading.await();
        }
    }

    private static Database open(DatabaseUrl parsed, DatabaseOptions options, JooqLoading loading) {
        if (!parsed.isPrivateMemory()) {
            return open(parsed, parsed.toString(), options, loading, () -> {});
        }
        if (parsed.engine() == Engine.H2) {
            return open(parsed.at("dovetail-" + UUID.randomUUID()), parsed.toString(), options, loading, () -> {});
        }
        PrivateSqliteFile file = PrivateSqliteFile.create();
        try {
            return open(parsed.at(file.path()), ":memory:", options, loading, file::delete);
        } catch (Throwable failure) {
            file.delete();
            throw failure;
        }
    }

    private static Database open(
            DatabaseUrl url, String where, DatabaseOptions options, JooqLoading loading, Runnable whenClosed) {
        ConnectionPools pools;
        try {
            pools = HikariPools.open(url, options.replica(), where, options.poolSettings());
        } catch (SQLException | PoolInitializationException failure) {
            throw ConnectionFailures.opening(url.engine(), where, failure);
        }
        loading.await();
        return new PooledDatabase(url.engine(), where, pools, options, whenClosed);
    }

    static Database using(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName();
            for (Engine engine : Engine.values()) {
                if (engine.displayName().equalsIgnoreCase(product)) {
                    return new PooledDatabase(
                            engine, SharedPool.WHERE, new SharedPool(dataSource), new DatabaseOptions(), () -> {});
                }
            }
            throw new DatabaseUrlException(
                    new Explanation(
                            CoreError.BAD_URL,
                            "The data source leads to '" + product + "', an engine that is not known here.",
                            "an engine that is not supported",
                            "use SQLite, PostgreSQL, H2, MariaDB or MySQL"),
                    null);
        } catch (SQLException failure) {
            throw new DatabaseUnavailableException(
                    new Explanation(
                            CoreError.DATABASE_UNAVAILABLE,
                            "The given data source gave no connection: " + failure.getMessage(),
                            "its pool is closed or exhausted, or its database does not answer",
                            "check the data source on its own"),
                    failure);
        }
    }

    @Override
    public Engine engine() {
        return engine;
    }

    @Override
    public <T extends @Nullable Object, X extends Exception> T read(SqlFunction<T, X> work) throws X {
        try (SqlContexts.Reading reading = contexts.reading(connections.openReader())) {
            return work.apply(reading.sql());
        }
    }

    @Override
    public <T extends @Nullable Object, X extends Exception> T transaction(SqlFunction<T, X> work) throws X {
        return transactor().call(() -> work.apply(sql));
    }

    @Override
    public Transactor transactor() {
        return transactions.transactor();
    }

    @Override
    public Bulk bulk() {
        return bulk;
    }

    @Override
    public <R extends Record, T extends @Nullable Object> CompiledQuery<T> compile(
            Function<? super DSLContext, ? extends ResultQuery<R>> query, RowMapping<? super R, T> mapping) {
        return queries.compile(query, mapping);
    }

    @Override
    public CompiledStatement compile(Function<? super DSLContext, ? extends RowCountQuery> statement) {
        return queries.compile(statement);
    }

    @Override
    public <R extends Record, V extends @Nullable Object, X extends Exception> V stream(
            Function<? super DSLContext, ? extends ResultQuery<R>> query, StreamFunction<R, V, X> work) throws X {
        return queries.compile(query, Mappings.<R>record()).stream(work);
    }

    @Override
    public QueryCacheStatistics queryCache() {
        return queries.statistics();
    }

    @Override
    public StatementStatistics statistics() {
        return observations.statistics(transactions.require("statistics"));
    }

    @Override
    public ExecutionPlan explain(Query query) {
        requireOpen();
        return explainer.explain(query);
    }

    @Override
    public ExecutionPlan explain(CompiledQuery<?> query) {
        requireOpen();
        return queries.explain(query, explainer);
    }

    @Override
    public ExecutionPlan explain(CompiledStatement statement) {
        requireOpen();
        return queries.explain(statement, explainer);
    }

    @Override
    public PoolStatus pool() {
        return pools.status();
    }

    @Override
    public DatabaseAccess access() {
        return this;
    }

    @Override
    public TransactionManager transactions() {
        return transactions;
    }

    @Override
    public Connection connection() {
        return statements().connection();
    }

    @Override
    public DSLContext sql() {
        return sql;
    }

    @Override
    public Connection openConnection() {
        return connections.writer();
    }

    @Override
    public RuntimeException translate(SQLException failure, @Nullable String statement) {
        return failures.translate(failure, statement);
    }

    @Override
    public void addSecretColumns(String table, Collection<String> columns) {
        secrets.add(table, columns);
    }

    @Override
    public boolean isSecret(String table, String column, @Nullable Object value) {
        return secrets.isSecret(table, column) || secrets.isSecret(value);
    }

    @Override
    public StatementScope statements() {
        transactions.require("a statement");
        return scope;
    }

    @Override
    public StatementScope reading() {
        return contexts.reading(connections.openReader()).statements();
    }

    @Override
    public StatementReport report(String statement) {
        return observations.areWanted()
                ? observations.begin(statement, null, transactions.current())
                : Unobserved.STATEMENT;
    }

    @Override
    public void addTransactionObserver(TransactionObserver observer) {
        observations.add(observer);
    }

    @Override
    public void removeTransactionObserver(TransactionObserver observer) {
        observations.remove(observer);
    }

    @Override
    public void addStatementPurpose(StatementPurpose purpose) {
        observations.add(purpose);
    }

    @Override
    public void removeStatementPurpose(StatementPurpose purpose) {
        observations.remove(purpose);
    }

    @Override
    public long slowStatements() {
        return observations.slowStatements();
    }

    @Override
    public void addStatementObserver(StatementObserver observer) {
        observations.add(observer);
    }

    @Override
    public void removeStatementObserver(StatementObserver observer) {
        observations.remove(observer);
    }

    @Override
    public void addStatementListener(StatementListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeStatementListener(StatementListener listener) {
        listeners.remove(listener);
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        observations.close();
        try {
            connections.close();
            pools.close();
        } finally {
            whenClosed.run();
        }
    }

    /** Never shows a password. */
    @Override
    public String toString() {
        return "Database[" + engine.displayName() + " at " + where + (closed ? ", closed" : "") + "]";
    }

    private void requireOpen() {
        if (closed) {
            throw ConnectionFailures.closed(where);
        }
    }
}
