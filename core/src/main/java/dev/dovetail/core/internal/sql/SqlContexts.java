package dev.dovetail.core.internal.sql;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.internal.constraint.ConstraintSearch;
import dev.dovetail.core.internal.jdbc.Lease;
import dev.dovetail.core.internal.jdbc.SqlFailures;
import dev.dovetail.core.internal.statement.Observations;
import dev.dovetail.core.spi.StatementListener;
import dev.dovetail.core.spi.StatementScope;
import dev.dovetail.core.transaction.TransactionManager;
import java.sql.Connection;
import java.util.Collection;
import org.jooq.Configuration;
import org.jooq.ConnectionProvider;
import org.jooq.DSLContext;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.NoTransactionProvider;

/** Makes jOOQ's contexts for the connections of a database. */
public final class SqlContexts {

    private final Engine engine;
    private final SqlFailures failures;
    private final ConstraintSearch constraints;
    private final Observations observations;

    /** For a database of an engine. */
    public SqlContexts(Engine engine, SqlFailures failures, ConstraintSearch constraints, Observations observations) {
        this.engine = engine;
        this.failures = failures;
        this.constraints = constraints;
        this.observations = observations;
    }

    /** The transaction of the calling thread as a place for statements by JDBC. */
    public StatementScope statements(TransactionManager transactions, Collection<StatementListener> listeners) {
        return new WatchedScope(
                new TransactionConnection(engine, transactions, failures, constraints, observations, listeners),
                () -> {});
    }

    /** A context that runs each statement in the transaction of the calling thread. */
    public DSLContext inTransactions(TransactionManager transactions, Collection<StatementListener> listeners) {
        Configuration configuration = configuration(
                new TransactionConnection(engine, transactions, failures, constraints, observations, listeners));
        return DSL.using(configuration.set(new SavepointTransactions(transactions)));
    }

    /** A context on a connection that only reads; both end when it is closed. */
    public Reading reading(Lease lease) {
        return new Reading(lease);
    }

    /** Reading on one connection. */
    public final class Reading implements AutoCloseable {

        private final Lease lease;
        private final ReadConnection watched;

        private Reading(Lease lease) {
            this.lease = lease;
            this.watched = new ReadConnection(engine, lease.connection(), failures, observations);
        }

        /** The connection as a place for statements by JDBC; closing it closes this. */
        public StatementScope statements() {
            return new WatchedScope(watched, this::close);
        }

        /** Typed SQL, until this is closed. */
        public DSLContext sql() {
            return DSL.using(configuration(watched).set(new NoTransactionProvider()));
        }

        @Override
        public void close() {
            watched.end();
            lease.close();
        }
    }

    private Configuration configuration(WatchedConnection watched) {
        return new DefaultConfiguration()
                .set(engine.dialect())
                .set(new Settings().withExecuteLogging(false))
                .set(new Provider(watched))
                .set(new TableCollector())
                .set(() -> new StatementWatcher(watched));
    }

    private record Provider(WatchedConnection watched) implements ConnectionProvider {

        @Override
        public Connection acquire() {
            return watched.connection();
        }

        @Override
        public void release(Connection connection) {
            // Whoever opened it closes it.
        }
    }
}
