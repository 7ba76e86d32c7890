package dev.dovetail.migrations.execution;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.statement.Statements;
import dev.dovetail.migrations.script.Script;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How long the statements of a script wait for locks, if its header says; closing brings back what was before. */
final class LockTimeout implements AutoCloseable {

    private final Connection connection;
    private final @Nullable String restore;

    private LockTimeout(Connection connection, @Nullable String restore) {
        this.connection = connection;
        this.restore = restore;
    }

    static LockTimeout of(Script script, Engine engine, Connection connection) throws SQLException {
        Duration timeout = script.header().lockTimeout();
        if (timeout == null) {
            return new LockTimeout(connection, null);
        }
        String form = form(engine);
        String before = query(
                connection,
                switch (engine) {
                    case POSTGRESQL -> "show lock_timeout";
                    case H2 -> "select lock_timeout()";
                    case MARIADB, MYSQL -> "select @@session.lock_wait_timeout";
                    case SQLITE -> "pragma busy_timeout";
                });
        run(connection, form.formatted(value(engine, timeout)));
        return new LockTimeout(connection, form.formatted(engine == Engine.POSTGRESQL ? "'" + before + "'" : before));
    }

    private static String form(Engine engine) {
        return switch (engine) {
            case POSTGRESQL -> "set lock_timeout = %s";
            case H2 -> "set lock_timeout %s";
            case MARIADB, MYSQL -> "set session lock_wait_timeout = %s";
            case SQLITE -> "pragma busy_timeout = %s";
        };
    }

    /** MariaDB and MySQL count whole seconds, at least one. */
    private static String value(Engine engine, Duration timeout) {
        return switch (engine) {
            case POSTGRESQL -> String.format(Locale.ROOT, "'%dms'", timeout.toMillis());
            case MARIADB, MYSQL -> String.valueOf(Math.max(1, timeout.toSeconds()));
            case H2, SQLITE -> String.valueOf(timeout.toMillis());
        };
    }

    /** In a transaction that has failed nothing can be set, but its rollback brings the old value back. */
    @Override
    public void close() throws SQLException {
        if (restore != null) {
            try {
                run(connection, restore);
            } catch (SQLException failure) {
                if (!"25P02".equals(failure.getSQLState())) {
                    throw failure;
                }
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        Statements.record(sql);
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "0";
        }
    }
}
