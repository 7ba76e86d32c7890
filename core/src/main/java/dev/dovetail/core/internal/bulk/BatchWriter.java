package dev.dovetail.core.internal.bulk;

import dev.dovetail.core.spi.StatementRun;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Batches of one prepared statement for a row. */
final class BatchWriter implements ChunkWriter {

    private final String text;
    private final PreparedStatement statement;
    private final ColumnBinder binder;
    private final int[] parameters;

    /** Prepares it; the parameters are the positions of the row's values that it takes, in order. */
    BatchWriter(DSLContext sql, BulkWork work, Connection connection, String text, int[] parameters)
            throws SQLException {
        this.text = text;
        this.parameters = parameters;
        this.binder = new ColumnBinder(work.columns(), sql.configuration());
        this.statement = connection.prepareStatement(text);
    }

    static BatchWriter of(DSLContext sql, RowStatement row, Connection connection) throws SQLException {
        BulkWork work = row.work();
        return switch (work.kind()) {
            case UPDATE -> new BatchWriter(sql, work, connection, row.kept("update", row::update), setThenKey(work));
            case DELETE -> new BatchWriter(sql, work, connection, row.kept("delete", row::delete), work.keyPositions());
            default -> new BatchWriter(sql, work, connection, row.kept("insert", row::insert), all(work));
        };
    }

    /** One statement that updates or inserts, for H2. */
    static BatchWriter merge(DSLContext sql, RowStatement row, Connection connection) throws SQLException {
        BulkWork work = row.work();
        int[] keyThenSet = IntStream.concat(IntStream.of(work.keyPositions()), IntStream.of(work.positions(work.set())))
                .toArray();
        return new BatchWriter(
                sql,
                work,
                connection,
                row.kept("merge", row::merge),
                IntStream.concat(IntStream.of(keyThenSet), IntStream.of(all(work)))
                        .toArray());
    }

    static int[] all(BulkWork work) {
        return IntStream.range(0, work.columns().size()).toArray();
    }

    static int[] setThenKey(BulkWork work) {
        return IntStream.concat(IntStream.of(work.positions(work.set())), IntStream.of(work.keyPositions()))
                .toArray();
    }

    @Override
    public String sql() {
        return text;
    }

    @Override
    public long write(List<@Nullable Object[]> rows, StatementRun run) throws SQLException {
        long written = 0;
        for (int count : counts(rows, run)) {
            written += count;
        }
        return written;
    }

    /** How many rows each row of the chunk wrote. */
    int[] counts(List<@Nullable Object[]> rows, StatementRun run) throws SQLException {
        try {
            for (int row = 0; row < rows.size(); row++) {
                binder.bind(statement, 1, row, rows.get(row), parameters);
                statement.addBatch();
            }
            run.limit(statement);
            int[] counts = statement.executeBatch();
            for (int i = 0; i < counts.length; i++) {
                // A driver that sends all rows at once knows only that it went well.
                counts[i] = counts[i] == Statement.SUCCESS_NO_INFO ? 1 : counts[i];
            }
            return counts;
        } finally {
            statement.clearBatch();
        }
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
