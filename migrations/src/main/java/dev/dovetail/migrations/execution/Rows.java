package dev.dovetail.migrations.execution;

import dev.dovetail.migrations.graph.Revision;
import dev.dovetail.migrations.history.HistoryRow;
import dev.dovetail.migrations.history.RowType;
import dev.dovetail.migrations.result.Direction;
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

    static HistoryRow applied(Connection connection, Revision revision, int rank, long startedAt) throws SQLException {
        return row(connection, revision, rank, startedAt, type(revision), true);
    }

    /** While a script runs outside a transaction. */
    static HistoryRow started(Connection connection, Revision revision, int rank, long startedAt) throws SQLException {
        return row(connection, revision, rank, startedAt, type(revision).going(Direction.UPGRADE), false);
    }

    private static RowType type(Revision revision) {
        return revision.isJava() ? RowType.JAVA : RowType.SQL;
    }

    private static HistoryRow row(
            Connection connection, Revision revision, int rank, long startedAt, RowType type, boolean success)
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
                type,
                success);
    }

    /** While a row is being taken back outside a transaction. */
    static HistoryRow goingBack(HistoryRow row) {
        return with(row, row.type().going(Direction.DOWNGRADE), row.checksum());
    }

    static HistoryRow withRank(HistoryRow row, int rank) {
        return new HistoryRow(
                rank,
                row.revision(),
                row.description(),
                row.script(),
                row.checksum(),
                row.installedBy(),
                row.installedOn(),
                row.elapsed(),
                row.type(),
                row.success());
    }

    /** After so many statements took effect and one did not; the checksum is then theirs. */
    static HistoryRow refusedAfter(HistoryRow row, int statements, int checksum) {
        return with(row, row.type().refusedAfter(statements), checksum);
    }

    private static HistoryRow with(HistoryRow row, RowType type, @Nullable Integer checksum) {
        return new HistoryRow(
                row.rank(),
                row.revision(),
                row.description(),
                row.script(),
                checksum,
                row.installedBy(),
                row.installedOn(),
                row.elapsed(),
                type,
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
