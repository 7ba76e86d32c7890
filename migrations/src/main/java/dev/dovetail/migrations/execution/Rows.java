package dev.dovetail.migrations.execution;

import dev.dovetail.migrations.graph.Revision;
import dev.dovetail.migrations.history.HistoryRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Makes the rows that steps leave in the history. */
final class Rows {

    private static final int DESCRIPTION_LENGTH = 200;
    private static final int USER_LENGTH = 100;

    private Rows() {}

    static HistoryRow applied(Connection connection, Revision revision, int rank, long startedAt, boolean success)
            throws SQLException {
        return new HistoryRow(
                rank,
                revision.id(),
                cut(revision.description(), DESCRIPTION_LENGTH),
                revision.upgrade().path(),
                revision.upgrade().checksum(),
                cut(user(connection), USER_LENGTH),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                Duration.ofNanos(System.nanoTime() - startedAt),
                success);
    }

    static HistoryRow unfinished(HistoryRow row) {
        return new HistoryRow(
                row.rank(),
                row.revision(),
                row.description(),
                row.script(),
                row.checksum(),
                row.installedBy(),
                row.installedOn(),
                row.elapsed(),
                false);
    }

    /** SQLite has no users. */
    private static String user(Connection connection) throws SQLException {
        @Nullable String user = connection.getMetaData().getUserName();
        return user == null || user.isEmpty() ? System.getProperty("user.name", "unknown") : user;
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
