package dev.dovetail.core;

import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.DatabaseUrlException;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.core.internal.pool.PoolSettings;
import dev.dovetail.core.internal.statement.ObservationSettings;
import dev.dovetail.core.statement.StatementLog;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Options of {@link Database#open(String, java.util.function.Consumer)}. Used by one thread, before the database opens.
 */
public final class DatabaseOptions {

    private int poolSize = 10;
    private Duration connectionTimeout = Duration.ofSeconds(30);
    private Duration maxLifetime = Duration.ofMinutes(30);
    private Duration busyTimeout = Duration.ofSeconds(30);

    private StatementLog statementLog = StatementLog.OFF;
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

    ObservationSettings observationSettings() {
        return new ObservationSettings(statementLog, secretValues);
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
