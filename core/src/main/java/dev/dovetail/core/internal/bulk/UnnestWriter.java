package dev.dovetail.core.internal.bulk;

import dev.dovetail.core.spi.StatementRun;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * One statement for all rows of a chunk on PostgreSQL: a parameter for each column, an array of its values. The savepoint
 * before a chunk and its release travel with the statement, in one round trip.
 */
final class UnnestWriter<K> implements ChunkWriter {

    private final String text;
    private final Connection connection;
    private final PostgresqlValues values;
    private final DistinctKeys distinct;
    private final int columns;
    private final DSLContext sql;
    private final @Nullable GeneratedKeys<K> keys;
    private @Nullable PreparedStatement whole;

    /** With the columns' types on the server, and what collects generated keys, or null. */
    UnnestWriter(
            DSLContext sql,
            RowStatement row,
            Connection connection,
            List<String> types,
            @Nullable GeneratedKeys<K> keys) {
        UnnestStatement unnest = new UnnestStatement(row, types);
        BulkWork work = row.work();
        this.sql = sql;
        this.keys = keys;
        this.text = keys == null ? row.kept(unnest.name(), unnest::text) : unnest.returning(keys.column());
        this.connection = connection;
        this.values = new PostgresqlValues(work.columns());
        this.distinct = new DistinctKeys(work.keyPositions());
        this.columns = work.columns().size();
    }

    @Override
    public String sql() {
        return text;
    }

    @Override
    public boolean setsSavepoint() {
        return true;
    }

    @Override
    public long write(List<@Nullable Object[]> rows, StatementRun run) throws SQLException {
        int to = distinct.end(rows, 0, rows.size());
        if (to == rows.size()) {
            PreparedStatement statement = whole;
            if (statement == null) {
                statement = connection.prepareStatement(ChunkSavepoint.SET + text + ChunkSavepoint.RELEASE);
                whole = statement;
            }
            return write(statement, rows, 0, to, run);
        }
        return inParts(rows, to, run);
    }

    private long inParts(List<@Nullable Object[]> rows, int end, StatementRun run) throws SQLException {
        long written = 0;
        int from = 0;
        int to = end;
        while (from < rows.size()) {
            String before = from == 0 ? ChunkSavepoint.SET : "";
            String after = to == rows.size() ? ChunkSavepoint.RELEASE : "";
            try (PreparedStatement statement = connection.prepareStatement(before + text + after)) {
                written += write(statement, rows, from, to, run);
            }
            from = to;
            to = distinct.end(rows, from, rows.size());
        }
        return written;
    }

    private long write(PreparedStatement statement, List<@Nullable Object[]> rows, int from, int to, StatementRun run)
            throws SQLException {
        for (int column = 0; column < columns; column++) {
            statement.setObject(column + 1, array(rows, from, to, column), Types.OTHER);
        }
        run.limit(statement);
        return written(statement, statement.execute());
    }

    /** Of several results, the savepoint's among them, the one that counts. */
    private long written(PreparedStatement statement, boolean firstIsRows) throws SQLException {
        long written = 0;
        boolean isRows = firstIsRows;
        while (isRows || statement.getUpdateCount() >= 0) {
            if (isRows) {
                written += returned(statement);
            } else {
                written += statement.getUpdateCount();
            }
            isRows = statement.getMoreResults();
        }
        return written;
    }

    private int returned(PreparedStatement statement) throws SQLException {
        GeneratedKeys<K> collected = keys;
        if (collected == null) {
            return 0;
        }
        try (ResultSet result = statement.getResultSet()) {
            List<K> generated = collected.read(result, sql.dialect());
            collected.add(generated);
            return generated.size();
        }
    }

    private String array(List<@Nullable Object[]> rows, int from, int to, int column) {
        StringBuilder array = new StringBuilder("{");
        for (int row = from; row < to; row++) {
            if (row > from) {
                array.append(',');
            }
            PostgresqlLiteral.appendElement(array, values.literal(row, column, rows.get(row)[column]));
        }
        return array.append('}').toString();
    }

    @Override
    public void close() throws SQLException {
        PreparedStatement statement = whole;
        whole = null;
        if (statement != null) {
            statement.close();
        }
    }
}
