package dev.dovetail.core.internal.jdbc;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.engine.PoolStatus;
import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.DatabaseUnavailableException;
import dev.dovetail.core.error.Explanation;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** What it means that there is no connection to be had. */
public final class ConnectionFailures {

    private ConnectionFailures() {}

    /**
     * When a database is opened, or a connection asked for.
     *
     * @param where the database's URL without password
     * @param status the pool at that moment, or null before there is one
     */
    public static DatabaseUnavailableException of(
            Engine engine, String where, @Nullable PoolStatus status, Throwable failure) {
        if (status != null && failure instanceof SQLTransientConnectionException && status.active() >= status.max()) {
            return exhausted(where, status, failure);
        }
        SQLException driver = driverFailure(failure);
        String said = driver == null ? String.valueOf(failure.getMessage()) : String.valueOf(driver.getMessage());
        String state = driver == null ? "" : String.valueOf(driver.getSQLState());
        boolean refused = state.startsWith("28") || (driver != null && driver.getErrorCode() == 1045);
        boolean noDatabase = state.equals("3D000") || (driver != null && driver.getErrorCode() == 1049);
        String cause = refused
                ? "user or password is wrong, or this user may not connect from here"
                : noDatabase
                        ? "the server is there, but has no such database"
                        : "the server is not running, its host or port is wrong, or the network does not let us through";
        String fix = refused
                ? "check user and password of the URL (percent-encode special characters) and the server's access rules"
                : noDatabase
                        ? "create the database, or correct its name in the URL"
                        : "check host and port, and that the server accepts connections";
        if (engine == Engine.SQLITE) {
            cause = "the folder does not exist or cannot be written, or the file is not a SQLite database";
            fix =
                    "create the folder, or correct the path: three slashes before a relative path, four before an absolute"
                            + " one";
        }
        return new DatabaseUnavailableException(
                new Explanation(
                        CoreError.DATABASE_UNAVAILABLE,
                        engine.displayName() + " at " + where + " gave no connection: " + said,
                        cause,
                        fix),
                failure);
    }

    private static DatabaseUnavailableException exhausted(String where, PoolStatus status, Throwable failure) {
        return new DatabaseUnavailableException(
                new Explanation(
                        CoreError.POOL_EXHAUSTED,
                        "All " + status.max() + " connections to " + where + " are in use (" + status.active()
                                + " active, " + status.idle() + " idle, " + status.waiting() + " waiting).",
                        "transactions take long, a transaction waits for another one inside of it (requiresNew), or"
                                + " there are more threads than connections",
                        "make transactions shorter, or raise options.poolSize(…)"),
                failure);
    }

    private static @Nullable SQLException driverFailure(Throwable failure) {
        SQLException deepest = null;
        int depth = 0;
        for (Throwable current = failure; current != null && depth < 20; current = current.getCause()) {
            if (current instanceof SQLException sql && !(current instanceof SQLTransientConnectionException)) {
                deepest = sql;
                break;
            }
            depth++;
        }
        return deepest;
    }
}
