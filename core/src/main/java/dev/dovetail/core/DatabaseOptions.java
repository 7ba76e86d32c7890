package dev.dovetail.core;

import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.DatabaseUrlException;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.core.internal.pool.PoolSettings;
import dev.dovetail.core.internal.statement.ObservationSettings;
import dev.dovetail.core.statement.RepeatedStatements;
import dev.dovetail.core.statement.StatementLog;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Options of {@link Database#open(String, java.util.function.Consumer)}. Used by one thread, before the database opens.
 */
public final class DatabaseOptions {

    private int poolSize = 10;
    private Duration connectionTimeout = Duration.ofSeconds(30);
    private Duration maxLifetime = Duration.ofMinutes(30);
    private Duration busyTimeout = Duration.ofSeconds(30);

    private StatementLog statementLog = StatementLog.OFF;
    private @Nullable Duration slowQuery;
    private boolean slowQueryPlans;
    private boolean statistics;
    private int repeatedLimit;
    private @Nullable RepeatedStatements repeated;
    private Predicate<Object> secretValues = value -> false;

    DatabaseOptions() {}

    /**
     * How many connections may be in use at once for writing, and as many again for read-only work. Default 10.
     *
     * @throws DatabaseUrlException if it is not positive
     */
    public DatabaseOptions poolSize(int connections) {
        if (connections < 1) {
            throw bad("poolSize", String.valueOf(connections), "a number of at least 1");
        }
        poolSize = connections;
        return this;
    }

    /**
     * How long a thread waits for a free connection, and for the database to answer when it is opened. Default 30 s,
     * at least 250 ms.
     *
     * @throws DatabaseUrlException if it is shorter
     */
    public DatabaseOptions connectionTimeout(Duration timeout) {
        connectionTimeout = atLeast("connectionTimeout", timeout, Duration.ofMillis(250));
        return this;
    }

    /**
     * How old a connection gets before it is replaced. Default 30 min, at least 30 s.
     *
     * @throws DatabaseUrlException if it is shorter
     */
    public DatabaseOptions maxLifetime(Duration lifetime) {
        maxLifetime = atLeast("maxLifetime", lifetime, Duration.ofSeconds(30));
        return this;
    }

    /**
     * SQLite: how long a write transaction waits for another one, of this or of another process. Default 30 s.
     *
     * @throws DatabaseUrlException if it is negative
     */
    public DatabaseOptions busyTimeout(Duration timeout) {
        busyTimeout = atLeast("busyTimeout", timeout, Duration.ZERO);
        return this;
    }

    /**
     * What the logger {@value StatementLog#LOGGER} is told of each statement, at level INFO. Default
     * {@link StatementLog#OFF}.
     */
    public DatabaseOptions statementLog(StatementLog level) {
        statementLog = Objects.requireNonNull(level, "level");
        return this;
    }

    /**
     * Which values of parameters are secret, and shown as {@code ***} where values are shown at all. Default none.
     *
     * @param secret asked for each value that is not null, on any thread
     */
    public DatabaseOptions secretValues(Predicate<Object> secret) {
        secretValues = Objects.requireNonNull(secret, "secret");
        return this;
    }

    /**
     * From when a statement is slow, from sending it to its last row: the logger {@code dev.dovetail.slow} is told of it
     * at level WARN, with time, rows, text and the line of the application that sent it. Default: none is.
     *
     * @throws DatabaseUrlException if it is not positive
     */
    public DatabaseOptions slowQuery(Duration threshold) {
        slowQuery = atLeast("slowQuery", threshold, Duration.ofNanos(1));
        return this;
    }

    /**
     * Whether the log of slow statements gets their plans, too: found right after on a thread and a read-only connection
     * of its own, as {@link Database#explain} does, at most once a minute for the same text, and left out where it
     * cannot be had. The plan names values of parameters where the engine does. Default false; without
     * {@link #slowQuery} it does nothing.
     */
    public DatabaseOptions slowQueryPlans(boolean wanted) {
        slowQueryPlans = wanted;
        return this;
    }

    /** Whether {@link Database#statistics} counts the statements of each transaction. Default false. */
    public DatabaseOptions statistics(boolean wanted) {
        statistics = wanted;
        return this;
    }

    /**
     * What happens when one transaction sends the same text more than so many times. Default: nothing.
     *
     * @throws DatabaseUrlException if the limit is not positive
     */
    public DatabaseOptions repeatedStatements(int limit, RepeatedStatements reaction) {
        if (limit < 1) {
            throw bad("repeatedStatements", String.valueOf(limit), "a number of at least 1");
        }
        repeatedLimit = limit;
        repeated = Objects.requireNonNull(reaction, "reaction");
        return this;
    }

    ObservationSettings observationSettings() {
        return new ObservationSettings(
                statementLog, secretValues, slowQuery, slowQueryPlans, statistics, repeatedLimit, repeated);
    }

    PoolSettings poolSettings() {
        return new PoolSettings(poolSize, connectionTimeout, maxLifetime, busyTimeout);
    }

    private static Duration atLeast(String option, Duration value, Duration least) {
        if (value.compareTo(least) < 0) {
            throw bad(option, value.toString(), "a duration of at least " + least.toMillis() + " ms");
        }
        return value;
    }

    private static DatabaseUrlException bad(String option, String value, String expected) {
        return new DatabaseUrlException(
                new Explanation(
                        CoreError.BAD_OPTION,
                        "The option " + option + " cannot be " + value + ".",
                        "a typing mistake, or a unit other than the one expected",
                        "give " + expected),
                null);
    }
}
