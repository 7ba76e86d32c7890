package dev.dovetail.core.internal.bulk;

import dev.dovetail.core.spi.StatementRun;
import dev.dovetail.core.transaction.ActiveTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * PostgreSQL's {@code COPY … FROM STDIN}, one for each chunk: while it runs the connection can do nothing else, and the
 * source of the rows may need it. In text format, because the binary one needs the exact types of the columns on the
 * server.
 */
final class CopyWriter implements ChunkWriter {

    /** The server counts in milliseconds, 31 bits of them. */
    private static final long MOST_MILLIS = Integer.MAX_VALUE;

    private static final int MOST_ROWS = 16_000;

    private final PGConnection connection;
    private final String statement;
    private final CopyText text;
    private final BulkWork work;
    private final ActiveTransaction transaction;
    private boolean limited;

    CopyWriter(DSLContext sql, BulkWork work, Connection connection, ActiveTransaction transaction)
            throws SQLException {
        this.connection = connection.unwrap(PGConnection.class);
        this.statement =
                "copy " + sql.render(work.table()) + " (" + BulkWork.names(sql, work.columns()) + ") from stdin";
        this.work = work;
        this.transaction = transaction;
        this.text = new CopyText(new PostgresqlValues(work.columns()));
    }

    @Override
    public String sql() {
        return statement;
    }

    @Override
    public long write(List<@Nullable Object[]> rows, StatementRun run) throws SQLException {
        limit();
        CopyIn copy = connection.getCopyAPI().copyIn(statement);
        Throwable failure = null;
        try {
            text.write(rows, piece -> copy.writeToCopy(piece, 0, piece.length));
            return copy.endCopy();
        } catch (Throwable thrown) {
            failure = thrown;
            throw thrown;
        } finally {
            cancel(copy, failure);
        }
    }

    /** Each COPY is a wait for the server, after which it has nothing to do until the next rows were read. */
    @Override
    public int mostRows() {
        return MOST_ROWS;
    }

    @Override
    public boolean needsSavepoint() {
        return false;
    }

    @Override
    public @Nullable Refusal refused(List<@Nullable Object[]> rows, SQLException failure, StatementRun run) {
        int row = CopyFailures.row(failure, rows, work);
        return row < 0 ? null : new Refusal(row, failure, null);
    }

    /** Nobody cancels a COPY as a statement; the server's limit, for the rest of the transaction, ends it as well. */
    private void limit() throws SQLException {
        Duration remaining = transaction.remaining();
        if (limited || remaining == null) {
            return;
        }
        limited = true;
        long millis = Math.min(MOST_MILLIS, Math.max(1, remaining.toMillis()));
        try (Statement statement = ((Connection) connection).createStatement()) {
            statement.execute("set local statement_timeout = " + millis);
        }
    }

    /** Also after an Error: a connection in the middle of COPY could not even roll back. */
    private static void cancel(CopyIn copy, @Nullable Throwable failure) throws SQLException {
        if (!copy.isActive()) {
            return;
        }
        try {
            copy.cancelCopy();
        } catch (SQLException cancelling) {
            if (failure == null) {
                throw cancelling;
            }
            failure.addSuppressed(cancelling);
        }
    }

    @Override
    public void close() {
        // Nothing is prepared.
    }
}
