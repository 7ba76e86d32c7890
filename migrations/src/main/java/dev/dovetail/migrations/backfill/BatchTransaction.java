package dev.dovetail.migrations.backfill;

import dev.dovetail.core.engine.Engine;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/** The transaction of one batch. On SQLite it takes the lock when it begins. */
record BatchTransaction(Connection connection, Engine engine) {

    private static final Set<String> TRANSIENT_STATES = Set.of("40001", "40P01", "55P03");
    private static final Set<Integer> MYSQL_FAMILY = Set.of(1205, 1213);
    private static final Set<Integer> H2 = Set.of(50200, 90131, 40001);
    private static final int SQLITE_BUSY = 5;

    void begin() throws SQLException {
        if (engine == Engine.SQLITE) {
            run("begin immediate");
        } else {
            connection.setAutoCommit(false);
        }
    }

    void commit() throws SQLException {
        if (engine == Engine.SQLITE) {
            run("commit");
        } else {
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    void rollback(Throwable because) {
        try {
            if (engine == Engine.SQLITE) {
                run("rollback");
            } else {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException second) {
            because.addSuppressed(second);
        }
    }

    /** Whether the same may succeed next time. */
    boolean isTransient(SQLException failure) {
        return switch (engine) {
            // The low byte is the primary code.
            case SQLITE -> (failure.getErrorCode() & 0xff) == SQLITE_BUSY;
            case POSTGRESQL -> TRANSIENT_STATES.contains(String.valueOf(failure.getSQLState()));
            case H2 -> H2.contains(failure.getErrorCode());
            case MARIADB, MYSQL -> MYSQL_FAMILY.contains(failure.getErrorCode());
        };
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
