package dev.dovetail.core.internal.bulk;

import dev.dovetail.core.internal.jdbc.PreparedStatements;
import dev.dovetail.core.spi.StatementRun;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Statements of many rows, prepared once for the full size: on SQLite most of a batch's time is the way into the engine
 * and back for each row.
 */
final class MultiRowWriter implements ChunkWriter {

    /** Far below the engine's limit of 32,766; more are not faster. */
    private static final int PARAMETERS_OF_INSERT = 2_000;

    /** What looks for existing rows is fastest while its program is small. */
    private static final int PARAMETERS_OF_OTHERS = 500;

    /** Keeps the rows before a refused one, for which the engine needs no copies of the pages it changes. */
    private static final String OR_FAIL = "insert or fail into ";

    private final BulkWork work;
    private final DSLContext sql;
    private final Connection connection;
    private final RowStatement row;
    private final PreparedStatements statements;
    private final ColumnBinder binder;
    private final @Nullable DistinctKeys distinct;
    private final int rowsAStatement;
    private @Nullable PreparedStatement prepared;
    private String preparedText = "";
    private int preparedRows;
    private int failedFrom;
    private int failedTo;

    MultiRowWriter(DSLContext sql, RowStatement row, PreparedStatements statements, Connection connection) {
        this.work = row.work();
        this.sql = sql;
        this.connection = connection;
        this.statements = statements;
        this.row = row;
        this.binder = new ColumnBinder(work.columns(), sql.configuration());
        // Which of two rows with one key an UPDATE … FROM takes is not defined.
        this.distinct = work.kind() == BulkWork.Kind.UPDATE ? new DistinctKeys(work.keyPositions()) : null;
        int parameters = work.kind() == BulkWork.Kind.INSERT ? PARAMETERS_OF_INSERT : PARAMETERS_OF_OTHERS;
        this.rowsAStatement = rowsAStatement(parameters / work.columns().size());
    }

    /** Such that a whole chunk needs no other statement for its last rows. */
    private int rowsAStatement(int most) {
        for (int rows = Math.min(most, mostRows()); rows > 1; rows--) {
            if (mostRows() % rows == 0) {
                return rows;
            }
        }
        return 1;
    }

    @Override
    public String sql() {
        return row.kept("one row", () -> text(1));
    }

    @Override
    public long write(List<@Nullable Object[]> rows, StatementRun run) throws SQLException {
        long written = 0;
        int from = 0;
        while (from < rows.size()) {
            int to = Math.min(from + rowsAStatement, rows.size());
            if (distinct != null) {
                to = distinct.end(rows, from, to);
            }
            written += part(rows, from, to, run);
            from = to;
        }
        return written;
    }

    private long part(List<@Nullable Object[]> rows, int from, int to, StatementRun run) throws SQLException {
        try {
            return write(rows, from, to, run);
        } catch (SQLException failure) {
            failedFrom = from;
            failedTo = to;
            throw failure;
        }
    }

    @Override
    public boolean needsSavepoint() {
        return false;
    }

    /** Writes the rows of the refused statement one by one. */
    @Override
    public @Nullable Refusal refused(List<@Nullable Object[]> rows, SQLException failure, StatementRun run)
            throws SQLException {
        int from = failedFrom + (work.kind() == BulkWork.Kind.INSERT ? kept() : 0);
        int to = failedTo;
        if (String.valueOf(failure.getMessage()).contains("FOREIGN KEY") && work.kind() != BulkWork.Kind.DELETE) {
            Refusal orphan = new SqliteForeignKeys(sql, work, connection).missingParent(rows, from, to, failure);
            if (orphan != null) {
                return orphan;
            }
        }
        for (int row = from; row < to; row++) {
            try {
                write(rows, row, row + 1, run);
            } catch (SQLException again) {
                return new Refusal(row, again, null);
            }
        }
        return null;
    }

    /** How many rows of the refused statement are there: those before the refused one, or none. */
    private int kept() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select changes()")) {
            return result.next() ? result.getInt(1) : 0;
        }
    }

    private long write(List<@Nullable Object[]> rows, int from, int to, StatementRun run) throws SQLException {
        PreparedStatement statement = prepare(to - from);
        int parameter = 1;
        for (int i = from; i < to; i++) {
            parameter = binder.bind(statement, parameter, i, rows.get(i));
        }
        run.limit(statement);
        return statement.executeUpdate();
    }

    private PreparedStatement prepare(int rows) throws SQLException {
        PreparedStatement current = prepared;
        if (current == null || preparedRows != rows) {
            close();
            preparedText = rows == rowsAStatement ? row.kept("full", () -> text(rows)) : text(rows);
            current = statements.take(connection, preparedText);
            prepared = current;
            preparedRows = rows;
        }
        return current;
    }

    private String text(int rows) {
        String values = "values " + RowStatement.repeated(row.parameters(), rows);
        return switch (work.kind()) {
            case INSERT -> row.insertInto(OR_FAIL) + " " + values;
            case UPSERT, INSERT_MISSING -> row.insertInto(OR_FAIL) + " " + values + row.onConflict();
            case UPDATE ->
                "update or fail " + row.table() + " as t set "
                        + work.set().stream()
                                .map(column -> row.name(column) + " = v.column" + (work.position(column.getName()) + 1))
                                .collect(Collectors.joining(", "))
                        + " from (" + values + ") as v where "
                        + IntStream.range(0, work.key().size())
                                .mapToObj(i -> "t." + row.name(work.key().get(i)) + " = v.column"
                                        + (work.keyPositions()[i] + 1))
                                .collect(Collectors.joining(" and "));
            case DELETE ->
                "delete from " + row.table() + " where ("
                        + work.key().stream().map(column -> row.name(column)).collect(Collectors.joining(", "))
                        + ") in (" + values + ")";
        };
    }

    @Override
    public void close() throws SQLException {
        PreparedStatement current = prepared;
        prepared = null;
        if (current != null) {
            if (preparedRows == rowsAStatement) {
                statements.giveBack(connection, preparedText, current);
            } else {
                current.close();
            }
        }
    }
}
