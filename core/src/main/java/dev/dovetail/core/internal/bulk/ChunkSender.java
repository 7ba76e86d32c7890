package dev.dovetail.core.internal.bulk;

import dev.dovetail.core.error.ConstraintViolation;
import dev.dovetail.core.error.MissingParentException;
import dev.dovetail.core.error.RefusedRow;
import dev.dovetail.core.error.StatementFailedException;
import dev.dovetail.core.internal.jdbc.RefusedRowFailure;
import dev.dovetail.core.spi.DatabaseAccess;
import dev.dovetail.core.spi.StatementRun;
import dev.dovetail.core.spi.StatementScope;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends chunks in the current transaction, each as one announced statement, and finds out which row a refused one is
 * about. Used by one thread, within one transaction.
 */
public final class ChunkSender implements AutoCloseable {

    private final DatabaseAccess access;
    private final BulkWork work;
    private final StatementScope scope;
    private final ChunkWriter writer;
    private final @Nullable ChunkSavepoint savepoint;
    private final RowKeys keys;

    private ChunkSender(
            DatabaseAccess access,
            BulkWork work,
            StatementScope scope,
            ChunkWriter writer,
            @Nullable ChunkSavepoint savepoint) {
        this.access = access;
        this.work = work;
        this.scope = scope;
        this.writer = writer;
        this.savepoint = savepoint;
        this.keys = new RowKeys(work, access);
    }

    /** Prepares to send in the transaction of this thread; generated keys are collected unless that is null. */
    public static ChunkSender open(BulkStatements statements, BulkWork work, @Nullable GeneratedKeys<?> generated) {
        DatabaseAccess access = statements.access();
        StatementScope scope = access.statements();
        try {
            // The driver's own: a pool's looks at each call, and there are many.
            Connection connection = scope.connection().unwrap(Connection.class);
            ChunkWriter writer = ChunkWriters.open(statements, work, scope, connection, generated);
            try {
                ChunkSavepoint savepoint =
                        writer.needsSavepoint() ? ChunkSavepoint.of(writer, connection, access.engine()) : null;
                return new ChunkSender(access, work, scope, writer, savepoint);
            } catch (SQLException | RuntimeException | Error failure) {
                writer.close();
                throw failure;
            }
        } catch (SQLException failure) {
            throw access.translate(failure, null);
        }
    }

    /** How many rows are worth to be sent together. */
    public int mostRows() {
        return writer.mostRows();
    }

    /**
     * Sends a chunk.
     *
     * @return how many rows of the table were inserted, found or deleted
     * @throws RowRefusedException if a row cannot be written, for another reason than a constraint
     */
    public long send(BulkChunk chunk) {
        StatementRun run = scope.start(work.info(), writer.sql());
        if (run.wantsValues()) {
            run.batch(
                    chunk.rows().stream()
                            .limit(StatementRun.ROWS_SHOWN)
                            .map(Arrays::asList)
                            .toList(),
                    chunk.rows().size());
        }
        long written;
        try {
            if (savepoint != null && !writer.setsSavepoint()) {
                savepoint.renew();
            }
            written = write(chunk, run);
        } catch (UnfitValueException unfit) {
            run.failed(new SQLException(unfit.getMessage(), unfit));
            throw refused(chunk, unfit);
        } catch (SQLException failure) {
            throw explained(run.failed(failure), failure);
        } catch (RuntimeException | Error failure) {
            run.failed(new SQLException(failure.getMessage(), failure));
            throw failure;
        }
        run.succeeded(written);
        return written;
    }

    private long write(BulkChunk chunk, StatementRun run) throws SQLException {
        List<@Nullable Object[]> rows = chunk.rows();
        try {
            return writer.write(rows, run);
        } catch (SQLException failure) {
            if (ConflictKey.isNone(failure)) {
                throw ConflictKey.refused(work, access.engine(), failure);
            }
            RuntimeException typed = access.translate(failure, writer.sql());
            if (!(typed instanceof ConstraintViolation) && !(typed instanceof StatementFailedException)) {
                throw failure;
            }
            if (savepoint != null) {
                return searched(chunk, run, failure, typed, savepoint);
            }
            Refusal refusal = null;
            try {
                refusal = writer.refused(rows, failure, run);
            } catch (SQLException | RuntimeException searching) {
                // What was broken before the search is what matters.
                failure.addSuppressed(searching);
            }
            throw refusal == null ? failure : at(chunk, refusal);
        }
    }

    private long searched(
            BulkChunk chunk, StatementRun run, SQLException failure, RuntimeException typed, ChunkSavepoint from)
            throws SQLException {
        RowSearch.Result result;
        try {
            result = new RowSearch(writer, from, run).search(chunk.rows());
        } catch (SQLException | RuntimeException searching) {
            failure.addSuppressed(searching);
            throw failure;
        }
        Refusal refusal = result.refusal();
        if (refusal == null) {
            return result.written();
        }
        if (!(typed instanceof MissingParentException)
                && access.translate(refusal.failure(), writer.sql()) instanceof MissingParentException) {
            // Its parent may be a later row of the chunk: alone it fails, with the others it did not.
            throw failure;
        }
        throw at(chunk, refusal);
    }

    private RefusedRowFailure at(BulkChunk chunk, Refusal refusal) {
        // Once without the row, to learn which constraint it broke and so which of its values may be shown.
        RefusedRowFailure unnamed = new RefusedRowFailure(
                refusal.failure(), new RefusedRow(chunk.first() + refusal.row(), Map.of()), refusal.broken());
        ConstraintViolation broken =
                access.translate(unnamed, writer.sql()) instanceof ConstraintViolation violation ? violation : null;
        return new RefusedRowFailure(
                refusal.failure(),
                keys.describe(chunk.first() + refusal.row(), chunk.rows().get(refusal.row()), broken),
                refusal.broken());
    }

    private RuntimeException explained(RuntimeException typed, SQLException failure) {
        if (!(failure instanceof RefusedRowFailure refused) || typed instanceof ConstraintViolation) {
            return typed;
        }
        return new RowRefusedException(
                refused.row(),
                "was refused by " + access.engine().displayName() + " (SQL state " + failure.getSQLState() + ", error "
                        + failure.getErrorCode() + ")",
                "see the cause for what the engine says; give values that fit the types of the columns",
                typed);
    }

    private RowRefusedException refused(BulkChunk chunk, UnfitValueException unfit) {
        RefusedRow row = keys.describe(chunk.first() + unfit.row(), chunk.rows().get(unfit.row()), null);
        return new RowRefusedException(
                row,
                "has a value for column " + work.columns().get(unfit.column()).getName() + " that cannot be written: "
                        + unfit.getMessage(),
                unfit.fix(),
                unfit.getCause());
    }

    /** Ends the operation in this transaction. */
    public void finish() {
        try {
            if (savepoint != null) {
                savepoint.release();
            }
        } catch (SQLException failure) {
            throw access.translate(failure, null);
        }
    }

    @Override
    public void close() {
        try (writer;
                savepoint) {
            // Both, also if one fails.
        } catch (SQLException failure) {
            throw access.translate(failure, null);
        }
    }
}
