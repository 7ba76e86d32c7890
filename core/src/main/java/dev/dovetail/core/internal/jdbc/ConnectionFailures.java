package dev.dovetail.core.internal.jdbc;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.engine.PoolStatus;
import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.DatabaseUnavailableException;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.core.internal.pool.ConnectionPools;
import dev.dovetail.core.internal.pool.Holder;
import dev.dovetail.core.internal.pool.PoolUse;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What it means that there is no connection to be had. */
public final class ConnectionFailures {

    /** More would hide the rest of the message; the longest holders come first. */
    private static final long HOLDERS_SHOWN = 20;

    private ConnectionFailures() {}

    /** When a database is opened. @param where its URL without password */
    public static DatabaseUnavailableException opening(Engine engine, String where, Throwable failure) {
        SQLException driver = driverFailure(failure);
        ConnectionTrouble trouble = ConnectionTrouble.of(engine, driver);
        return new DatabaseUnavailableException(
                new Explanation(
                        CoreError.DATABASE_UNAVAILABLE,
                        engine.displayName() + " at " + where + " gave no connection: "
                                + (driver == null ? failure : driver).getMessage(),
                        trouble.cause(),
                        trouble.fix()),
                failure);
    }

    /** When one is asked for. @param asked the pool that gave none */
    static DatabaseUnavailableException of(Engine engine, ConnectionPools pools, PoolUse asked, Throwable failure) {
        // A pool that timed out carries what its last attempt to open one failed with; where it carries nothing, none
        // failed.
        if (failure instanceof SQLTransientConnectionException && driverFailure(failure) == null) {
            return exhausted(pools, asked, failure);
        }
        return opening(engine, asked.where(), failure);
    }

    /** After the database was closed. */
    public static DatabaseUnavailableException closed(String where) {
        return new DatabaseUnavailableException(
                new Explanation(
                        CoreError.DATABASE_CLOSED,
                        "The database at " + where + " was closed before this call.",
                        "a shutdown hook or a try-with-resources closed it while others still use it",
                        "close it last, when nobody uses it any more"),
                null);
    }

    private static DatabaseUnavailableException exhausted(ConnectionPools pools, PoolUse asked, Throwable failure) {
        PoolStatus status = asked.status();
        boolean full = status.active() >= status.max();
        return new DatabaseUnavailableException(
                new Explanation(
                        CoreError.POOL_EXHAUSTED,
                        "No connection for " + asked.purpose() + " to " + asked.where() + " became free in time.\n  "
                                + describe(pools.writers()) + "\n  " + describe(pools.readers()),
                        full
                                ? "transactions take long, a transaction waits for another one inside of it"
                                        + " (requiresNew, a read within a read), or there are more threads than"
                                        + " connections"
                                : "many threads waited, or the server takes long to let new connections in",
                        "make transactions shorter, or raise options.poolSize(…) or options.maxOverflow(…)"
                                + (holdersKnown(asked)
                                        ? ""
                                        : "; options.leakDetection(…) adds the lines of code that hold connections")),
                failure);
    }

    private static boolean holdersKnown(PoolUse use) {
        return use.holders().stream().anyMatch(holder -> holder.callSite() != null);
    }

    private static String describe(PoolUse use) {
        PoolStatus status = use.status();
        String numbers = "For " + use.purpose() + ": " + status.active() + " active, " + status.idle() + " idle, "
                + status.waiting() + " waiting, at most " + status.max() + ".";
        if (use.holders().isEmpty()) {
            return numbers;
        }
        long more = use.holders().size() - HOLDERS_SHOWN;
        return numbers + " Held by"
                + use.holders().stream()
                        .limit(HOLDERS_SHOWN)
                        .map(Holder::toString)
                        .collect(Collectors.joining("\n    ", "\n    ", ""))
                + (more > 0 ? "\n    and " + more + " more" : "");
    }

    private static @Nullable SQLException driverFailure(Throwable failure) {
        int depth = 0;
        for (Throwable current = failure; current != null && depth < 20; current = current.getCause(), depth++) {
            if (current instanceof SQLException sql && !(current instanceof SQLTransientConnectionException)) {
                return sql;
            }
        }
        return null;
    }
}
