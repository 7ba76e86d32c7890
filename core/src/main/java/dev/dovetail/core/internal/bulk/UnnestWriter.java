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

/** One statement for all rows of a chunk on PostgreSQL: a parameter for each column, an array of its values. */
final class UnnestWriter<K> implements ChunkWriter {

    private final String text;
    private final PreparedStatement statement;
    private final PostgresqlValues values;
    private final DistinctKeys distinct;
    private final int columns;
    private final DSLContext sql;
    private final @Nullable GeneratedKeys<K> keys;

    /** With the columns' types on the server, and what collects generated keys, or null. */
    UnnestWriter(
            DSLContext sql, BulkWork work, Connection connection, List<String> types, @Nullable GeneratedKeys<K> keys)
            throws SQLException {
        UnnestStatement unnest = new UnnestStatement(sql, work, types);
        this.sql = sql;
        this.keys = keys;
        this.text = keys == null ? unnest.text() : unnest.returning(keys.column());
        this.values = new PostgresqlValues(work.columns());
        this.distinct = new DistinctKeys(work.keyPositions());
        this.columns = work.columns().size();
        this.statement = connection.prepareStatement(text);
    }

    @Override
    public String sql() {
        return text;
    }

    @Override
    public long write(List<@Nullable Object[]> rows, StatementRun run) throws SQLException {
        long written = 0;
        int from = 0;
        while (from < rows.size()) {
            int to = distinct.end(rows, from, rows.size());
            for (int column = 0; column < columns; column++) {
                statement.setObject(column + 1, array(rows, from, to, column), Types.OTHER);
            }
            run.limit(statement);
            written += keys == null ? statement.executeUpdate() : returned(keys);
            from = to;
        }
        return written;
    }

    private int returned(GeneratedKeys<K> collected) throws SQLException {
        try (ResultSet result = statement.executeQuery()) {
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
        statement.close();
    }
}
