package dev.dovetail.core.internal.sql;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.internal.jdbc.SqlFailures;
import dev.dovetail.core.internal.statement.Observations;
import dev.dovetail.core.spi.StatementInfo;
import dev.dovetail.core.spi.StatementListener;
import dev.dovetail.core.transaction.ActiveTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import org.jooq.ExecuteContext;
import org.jspecify.annotations.Nullable;

/** Where a DSLContext gets its connection from, and the rules of that place. */
interface WatchedConnection {

    /** The connection for the next statement. */
    Connection connection();

    /** The transaction in which statements run now, or null outside of one. */
    @Nullable
    ActiveTransaction transaction();

    /** Throws what forbids the statement. */
    void requireAllowed(StatementInfo statement, @Nullable String sql);

    /** This statement is sent now, and cancelled when its time is over. */
    void sending(Statement statement);

    /** Who wants to hear of statements. */
    Collection<StatementListener> listeners();

    /** Who wants to know what became of statements. */
    Observations observations();

    /** Which engine this is. */
    Engine engine();

    /** Understands the driver's exceptions. */
    SqlFailures failures();

    /** What more can be found out about a failure that came while the rows of a jOOQ statement were read. */
    default SQLException explained(SQLException failure, ExecuteContext context) {
        return failure;
    }

    /**
     * The typed exception for a statement's failure, which dooms the transaction if there is one.
     *
     * @param bound its values; empty if they are not known
     */
    default RuntimeException failure(
            SQLException failure, @Nullable String sql, List<? extends @Nullable Object> bound) {
        RuntimeException translated = failures().translate(failure, sql);
        ActiveTransaction transaction = transaction();
        if (transaction != null) {
            transaction.doom(translated);
        }
        return translated;
    }
}
