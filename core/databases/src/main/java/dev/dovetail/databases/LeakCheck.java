package dev.dovetail.databases;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Finds what a test leaves open on its database. {@link OnEachDatabase} does this for every test; other extensions
 * that hand out a {@link TestDatabase} call the three methods around theirs. As pools close connections in the
 * background, each check waits, up to five seconds, until nothing is open. Not for tests that share a database and
 * run at the same time, as the leak of one would be blamed on another. Not thread-safe.
 */
public final class LeakCheck {

    static final Duration PATIENCE = Duration.ofSeconds(5);

    /** A JUnit configuration parameter. */
    static final String PATIENCE_PARAMETER = "dovetail.test.leaks.patience";

    private interface Question {
        List<ServerDatabase.Open> ask() throws SQLException;
    }

    private final ServerDatabase database;
    private final Duration patience;
    private final Set<String> known = new HashSet<>();

    private LeakCheck(ServerDatabase database, Duration patience) {
        this.database = database;
        this.patience = patience;
    }

    /**
     * A check of one database.
     *
     * @param database a database of {@link TestDatabases}
     * @return a new check
     * @throws IllegalArgumentException if the database comes from elsewhere
     */
    public static LeakCheck of(TestDatabase database) {
        return of(database, PATIENCE);
    }

    /**
     * A check of one database, with the patience of the configuration parameter {@code dovetail.test.leaks.patience}, in
     * milliseconds, if JUnit has it.
     *
     * @param database a database of {@link TestDatabases}
     * @param context knows the parameters
     * @return a new check
     * @throws IllegalArgumentException if the database comes from elsewhere
     */
    public static LeakCheck of(TestDatabase database, ExtensionContext context) {
        return of(
                database,
                context.getConfigurationParameter(PATIENCE_PARAMETER, Long::valueOf)
                        .map(Duration::ofMillis)
                        .orElse(PATIENCE));
    }

    static LeakCheck of(TestDatabase database, Duration patience) {
        if (database instanceof ServerDatabase watched) {
            return new LeakCheck(watched, patience);
        }
        throw new IllegalArgumentException("LeakCheck knows the databases of TestDatabases only, and got a "
                + database.getClass().getName() + ".");
    }

    /** Remembers the transactions that are open before a test: they are not its leaks. */
    public void beforeTest() {
        known.clear();
        if (!database.isClosed()) {
            ask(database::transactions).forEach(open -> known.add(open.id()));
        }
    }

    /**
     * Fails if a transaction is open that was not there at {@link #beforeTest()}, and ends its session, where the
     * engine can, so that the next test is not held up by its locks. On H2 a transaction that has only read is not
     * seen.
     *
     * @throws AssertionError naming the session and its last statement, as far as the engine says
     */
    public void afterTest() {
        List<ServerDatabase.Open> left = await(database::transactions);
        if (!left.isEmpty()) {
            throw new AssertionError("This test left " + count(left, "transaction") + " open on " + database + ":"
                    + lines(left)
                    + "\nLikely a connection that is not in autocommit mode was neither committed, rolled back nor"
                    + " closed, or a result set or stream was not read to its end."
                    + "\nClose in the test what it opens (try-with-resources), also where it fails." + ended(left));
        }
    }

    /**
     * Fails if sessions are still open on the database after a test class. On SQLite these are open files, which only
     * Linux shows.
     *
     * @throws AssertionError naming the sessions
     */
    public void afterClass() {
        known.clear();
        List<ServerDatabase.Open> left = await(database::sessions);
        if (!left.isEmpty()) {
            throw new AssertionError("This test class left " + count(left, "session") + " open on " + database + ":"
                    + lines(left)
                    + "\nLikely a Database, a connection pool, a session factory or a connection was not closed."
                    + "\nClose in @AfterAll what @BeforeAll or a static field opens, in @AfterEach what @BeforeEach or"
                    + " an instance field opens.");
        }
    }

    private List<ServerDatabase.Open> await(Question question) {
        if (database.isClosed()) {
            return List.of();
        }
        long deadline = System.nanoTime() + patience.toNanos();
        List<ServerDatabase.Open> left = unknown(question);
        while (!left.isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            left = unknown(question);
        }
        return left;
    }

    private List<ServerDatabase.Open> unknown(Question question) {
        return ask(question).stream().filter(open -> !known.contains(open.id())).toList();
    }

    private List<ServerDatabase.Open> ask(Question question) {
        try {
            return question.ask();
        } catch (SQLException e) {
            throw new IllegalStateException("Could not look for leaks on " + database + ": " + e.getMessage(), e);
        }
    }

    private String ended(List<ServerDatabase.Open> left) {
        boolean all = true;
        for (ServerDatabase.Open open : left) {
            try {
                all &= database.end(open);
            } catch (SQLException e) {
                all = false;
            }
        }
        return all ? "\nIts session has been ended, so that the next test is not held up." : "";
    }

    private static String count(List<ServerDatabase.Open> left, String what) {
        return left.size() + " " + what + (left.size() == 1 ? "" : "s");
    }

    private static String lines(List<ServerDatabase.Open> left) {
        return left.stream().map(open -> "\n  " + open.description()).collect(Collectors.joining());
    }
}
