package dev.dovetail.core.internal.bulk;

import dev.dovetail.core.spi.StatementRun;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Upsert on MySQL's family, whose {@code on duplicate key update} acts on any unique key instead of the named one. Updates
 * the rows that exist, inserts those that do not, and updates those that an earlier row of the chunk inserted.
 */
final class UpsertWriter implements ChunkWriter {

    private final BatchWriter update;
    private final BatchWriter insert;
    private final String table;

    UpsertWriter(DSLContext sql, RowStatement row, Connection connection) throws SQLException {
        BulkWork work = row.work();
        this.table = work.table().getName();
        this.insert = insertMissing(sql, row, connection);
        try {
            this.update = new BatchWriter(
                    sql, work, connection, row.kept("update", row::update), BatchWriter.setThenKey(work));
        } catch (SQLException | RuntimeException | Error failure) {
            insert.close();
            throw failure;
        }
    }

    static BatchWriter insertMissing(DSLContext sql, RowStatement row, Connection connection) throws SQLException {
        BulkWork work = row.work();
        int[] valuesThenKey = IntStream.concat(IntStream.of(BatchWriter.all(work)), IntStream.of(work.keyPositions()))
                .toArray();
        return new BatchWriter(sql, work, connection, row.kept("insert missing", row::insertMissing), valuesThenKey);
    }

    @Override
    public String sql() {
        return update.sql() + ";\n" + insert.sql();
    }

    @Override
    public long write(List<@Nullable Object[]> rows, StatementRun run) throws SQLException {
        List<@Nullable Object[]> missing = without(rows, update.counts(rows, run));
        List<@Nullable Object[]> repeated =
                missing.isEmpty() ? missing : without(missing, inserted(missing, rows, run));
        if (!repeated.isEmpty()
                && !without(repeated, update.counts(repeated, run)).isEmpty()) {
            // Translated like the engine's own: another transaction inserts and deletes the same keys.
            throw new SQLTransactionRollbackException(
                    "a row of the upsert into " + table + " was there and gone again while it was written", "40001");
        }
        return rows.size();
    }

    private int[] inserted(List<@Nullable Object[]> missing, List<@Nullable Object[]> rows, StatementRun run)
            throws SQLException {
        try {
            return insert.counts(missing, run);
        } catch (UnfitValueException unfit) {
            throw unfit.at(rows.indexOf(missing.get(unfit.row())), unfit.column());
        }
    }

    private static List<@Nullable Object[]> without(List<@Nullable Object[]> rows, int[] counts) {
        List<@Nullable Object[]> left = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 0) {
                left.add(rows.get(i));
            }
        }
        return left;
    }

    @Override
    public void close() throws SQLException {
        try {
            update.close();
        } finally {
            insert.close();
        }
    }
}
