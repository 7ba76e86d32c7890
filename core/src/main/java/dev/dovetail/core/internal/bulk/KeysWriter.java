package dev.dovetail.core.internal.bulk;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.spi.StatementRun;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Inserts that return generated keys by JDBC: on SQLite row by row, because the order of what a statement of many rows
 * returns is not promised; elsewhere in batches, of which the drivers return a key for each row.
 */
final class KeysWriter<K> implements ChunkWriter {

    private final DSLContext sql;
    private final GeneratedKeys<K> keys;
    private final String text;
    private final boolean rowByRow;
    private final ColumnBinder binder;
    private final PreparedStatement statement;

    KeysWriter(DSLContext sql, RowStatement row, GeneratedKeys<K> keys, Connection connection, Engine engine)
            throws SQLException {
        String insert = row.kept("insert", row::insert);
        this.sql = sql;
        this.keys = keys;
        this.rowByRow = engine == Engine.SQLITE;
        this.text = rowByRow ? insert + " returning " + BulkWork.name(sql, keys.column()) : insert;
        this.binder = new ColumnBinder(row.work().columns(), sql.configuration());
        this.statement = rowByRow
                ? connection.prepareStatement(text)
                : connection.prepareStatement(text, new String[] {keys.column().getName()});
    }

    @Override
    public String sql() {
        return text;
    }

    @Override
    public long write(List<@Nullable Object[]> rows, StatementRun run) throws SQLException {
        run.limit(statement);
        List<K> generated = rowByRow ? oneByOne(rows) : batch(rows);
        if (generated.size() != rows.size()) {
            throw new IllegalArgumentException("The driver returned " + generated.size() + " values of column "
                    + keys.column().getName() + " for " + rows.size()
                    + " rows. On this engine returning(…) works for generated keys only");
        }
        keys.add(generated);
        return rows.size();
    }

    private List<K> oneByOne(List<@Nullable Object[]> rows) throws SQLException {
        List<K> generated = new ArrayList<>(rows.size());
        for (int row = 0; row < rows.size(); row++) {
            binder.bind(statement, 1, row, rows.get(row));
            try (ResultSet result = statement.executeQuery()) {
                generated.addAll(keys.read(result, sql.dialect()));
            }
        }
        return generated;
    }

    private List<K> batch(List<@Nullable Object[]> rows) throws SQLException {
        try {
            for (int row = 0; row < rows.size(); row++) {
                binder.bind(statement, 1, row, rows.get(row));
                statement.addBatch();
            }
            statement.executeBatch();
            try (ResultSet result = statement.getGeneratedKeys()) {
                return keys.read(result, sql.dialect());
            }
        } finally {
            statement.clearBatch();
        }
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
