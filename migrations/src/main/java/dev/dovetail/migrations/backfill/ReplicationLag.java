package dev.dovetail.migrations.backfill;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.statement.Statements;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Whether a streaming replica of a PostgreSQL is too far behind. */
record ReplicationLag(
        Connection connection, Engine engine, @Nullable Duration most) {

    static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(250);

    /** A replica that has caught up has no lag, which is null. */
    private static final String QUERY =
            "select coalesce(max(extract(epoch from greatest(write_lag, flush_lag, replay_lag))), 0)"
                    + " from pg_catalog.pg_stat_replication";

    boolean isTooHigh() throws SQLException {
        if (most == null || engine != Engine.POSTGRESQL) {
            return false;
        }
        Statements.record(QUERY);
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(QUERY)) {
            return rows.next() && rows.getDouble(1) * 1000 > most.toMillis();
        }
    }
}
