package dev.dovetail.core;

import dev.dovetail.core.engine.DatabaseUrl;
import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.DatabaseUrlException;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.core.internal.jdbc.SecretColumns;
import dev.dovetail.core.internal.pool.PoolSettings;
import dev.dovetail.core.internal.statement.ObservationSettings;
import dev.dovetail.core.statement.RepeatedStatements;
import dev.dovetail.core.statement.StatementLog;
import dev.dovetail.core.transaction.WriteTurn;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Options of {@link Database#open(String, java.util.function.Consumer)}. Used by one thread, before the database opens.
 * A value that makes no sense is refused where it is given, with a {@link DatabaseUrlException}.
 */
public final class DatabaseOptions {

    private static final int MOST_CONNECTIONS = 10_000;
    private static final Duration DAY = Duration.ofDays(1);

    private int poolSize = 10;
    private int maxOverflow;
    private Duration connectionTimeout = Duration.ofSeconds(30);
    private Duration maxLifetime = Duration.ofMinutes(30);
    private Duration idleTimeout = Duration.ofMinutes(1);
    private Duration busyTimeout = WriteTurn.DEFAULT_PATIENCE;
    private @Nullable Duration socketTimeout;
    private boolean prePing;
    private @Nullable Duration leakDetection;
    private @Nullable DatabaseUrl replica;
    private boolean pgbouncer;

    private StatementLog statementLog = StatementLog.OFF;
    private @Nullable Duration slowQuery;
    private boolean slowQueryPlans;
    private boolean statistics;
    private int repeatedLimit;
    private @Nullable RepeatedStatements repeated;
    private Predicate<Object> secretValues = value -> false;
    private Set<String> secretColumns = Set.of();

    DatabaseOptions() {}

    /**
     * How many connections may be in use at once for writing, and as many again for read-only work. They are opened when
     * they are needed and then kept. Default 10; from 1 to 10,000.
     *
     * @throws DatabaseUrlException if it is out of these bounds
     */
    public DatabaseOptions poolSize(int connections) {
        poolSize = within("poolSize", connections, 1);
        return this;
    }

    /**
     * How many connections more than {@link #poolSize} there may be for a while, in each of the two pools. They are
     * closed when they have been idle for {@link #idleTimeout}; with an overflow, {@code poolSize} connections are opened
     * at once and kept. Default 0; up to 10,000.
     *
     * @throws DatabaseUrlException if it is out of these bounds
     */
    public DatabaseOptions maxOverflow(int connections) {
        maxOverflow = within("maxOverflow", connections, 0);
        return this;
    }

    /**
     * How long a connection above {@link #poolSize} stays idle before it is closed; looked at every half minute. Default
     * 1 min; from 1 s to a day.
     *
     * @throws DatabaseUrlException if it is out of these bounds
     */
    public DatabaseOptions idleTimeout(Duration timeout) {
        idleTimeout = within("idleTimeout", timeout, Duration.ofSeconds(1));
        return this;
    }

    /**
     * How long a thread waits for a free connection, and for a server to let a new one in. Default 30 s; from 250 ms to a
     * day.
     *
     * @throws DatabaseUrlException if it is out of these bounds
     */
    public DatabaseOptions connectionTimeout(Duration timeout) {
        connectionTimeout = within("connectionTimeout", timeout, Duration.ofMillis(250));
        return this;
    }

    /**
     * How old a connection gets before it is replaced, when nobody uses it ("recycle"). Keep it shorter than the time
     * after which a firewall or the server ends old connections. Default 30 min; from 30 s to a day.
     *
     * @throws DatabaseUrlException if it is out of these bounds
     */
    public DatabaseOptions maxLifetime(Duration lifetime) {
        maxLifetime = within("maxLifetime", lifetime, Duration.ofSeconds(30));
        return this;
    }

    /**
     * Whether each connection is tried out before it is handed out, which costs a round trip. Otherwise only those that
     * have been idle for half a second are. Default false.
     */
    public DatabaseOptions prePing(boolean everyTime) {
        prePing = everyTime;
        return this;
    }

    /**
     * How long the server may take for an answer before the connection counts as broken, on PostgreSQL (in whole
     * seconds), MariaDB, MySQL and remote H2. It has to be longer than the longest statement, bulk and migrations
     * included; therefore there is none by default, and only the operating system's keep-alive finds a peer that has
     * silently gone. From 1 s to a day.
     *
     * @throws DatabaseUrlException if it is out of these bounds
     */
    public DatabaseOptions socketTimeout(Duration timeout) {
        socketTimeout = within("socketTimeout", timeout, Duration.ofSeconds(1));
        return this;
    }

    /**
     * After how long in use a connection is reported as a leak: once, as a warning in the log that names the thread and
     * the line of code that took it. The same lines then stand in the message of an exhausted pool. Taking a connection
     * costs some microseconds more. Off by default; from 10 ms to a day.
     *
     * @throws DatabaseUrlException if it is out of these bounds
     */
    public DatabaseOptions leakDetection(Duration threshold) {
        leakDetection = within("leakDetection", threshold, Duration.ofMillis(10));
        return this;
    }

    /**
     * SQLite: how long a write transaction waits for another one, of this or of another process. Default 30 s; up to a
     * day.
     *
     * @throws DatabaseUrlException if it is out of these bounds
     */
    public DatabaseOptions busyTimeout(Duration timeout) {
        busyTimeout = within("busyTimeout", timeout, Duration.ZERO);
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
     * Which values of parameters are secret: shown as {@code ***} in the log, and left out of what exceptions tell ({@link
     * dev.dovetail.core.error.ConstraintDetails}). Default none.
     *
     * @param secret asked for each value that is not null, on any thread
     */
    public DatabaseOptions secretValues(Predicate<Object> secret) {
        secretValues = Objects.requireNonNull(secret, "secret");
        return this;
    }

    /**
     * Columns whose values no exception may show, {@code table.column} each, without regard to case: {@link
     * dev.dovetail.core.error.ConstraintDetails} has none of them, and the engine's own message, which may quote the row,
     * is left out where such a table's constraint is broken. Default none; mapped attributes are marked by annotation.
     *
     * @throws DatabaseUrlException if one is not of that form
     */
    public DatabaseOptions secretColumns(String... columns) {
        for (String column : columns) {
            if (!column.matches("[^.]+\\.[^.]+")) {
                throw bad("secretColumns", column, "names like users.email");
            }
        }
        secretColumns = Set.of(columns);
        return this;
    }

    SecretColumns secrets() {
        return new SecretColumns(secretValues, secretColumns);
    }

    /**
     * From when a statement is slow, from sending it to its last row: the logger {@code dev.dovetail.slow} is told of it
     * at level WARN, with time, rows, text and the line of the application that sent it. Default: none is.
     *
     * @throws DatabaseUrlException if it is not positive, or longer than a day
     */
    public DatabaseOptions slowQuery(Duration threshold) {
        slowQuery = within("slowQuery", threshold, Duration.ofNanos(1));
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

    /**
     * Another server with the same data, to which {@link Database#read} and read-only transactions go; it may lag behind.
     * It is connected to by the first of them. By default they go to the same database.
     *
     * @param url like that of the database, with its own user and password; of the same engine
     * @throws DatabaseUrlException if it cannot be read
     */
    public DatabaseOptions replica(String url) {
        replica = DatabaseUrl.parse(Objects.requireNonNull(url, "url"));
        return this;
    }

    /**
     * PostgreSQL behind a pooler in transaction mode, such as PgBouncer: no statement is left prepared on the server, and
     * no session is set to anything that its next user would find. {@code read} is then a read-only transaction instead
     * of single statements. Migrations need a URL that leads to the server itself, for their lock is the session's.
     */
    public DatabaseOptions pgbouncer() {
        pgbouncer = true;
        return this;
    }

    @Nullable
    DatabaseUrl replica() {
        return replica;
    }

    PoolSettings poolSettings() {
        return new PoolSettings(
                poolSize,
                maxOverflow,
                connectionTimeout,
                maxLifetime,
                idleTimeout,
                busyTimeout,
                socketTimeout,
                prePing,
                leakDetection,
                pgbouncer);
    }

    /** What can only be seen when both the URL and the options are known. */
    void requireFor(Engine engine) {
        if (pgbouncer && engine != Engine.POSTGRESQL) {
            throw bad("pgbouncer", "used with " + engine.displayName(), "it with a postgresql: URL only");
        }
        if (replica != null && replica.engine() != engine) {
            throw bad(
                    "replica",
                    "of " + replica.engine().displayName() + " for a database of " + engine.displayName(),
                    "a URL of the same engine");
        }
        if (replica != null && replica.isPrivateMemory()) {
            throw bad("replica", "a new database in memory", "the URL of a copy");
        }
    }

    private static int within(String option, int value, int least) {
        if (value < least || value > MOST_CONNECTIONS) {
            throw bad(option, String.valueOf(value), "a number from " + least + " to " + MOST_CONNECTIONS);
        }
        return value;
    }

    private static Duration within(String option, Duration value, Duration least) {
        if (value.compareTo(least) < 0 || value.compareTo(DAY) > 0) {
            throw bad(option, value.toString(), "a duration from " + least.toMillis() + " ms to a day");
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
