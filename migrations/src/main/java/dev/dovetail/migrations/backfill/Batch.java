package dev.dovetail.migrations.backfill;

import dev.dovetail.core.statement.Statements;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statements of a batch. */
record Batch(Connection connection, BackfillPlan plan, KeyColumn key, BatchTransaction transaction) {

    @Nullable
    String highestKey() throws SQLException {
        return first("select " + key.column() + " from " + key.table() + " order by " + key.column() + " desc limit 1");
    }

    long countRows() throws SQLException {
        String count = first("select count(*) from " + key.table());
        return count == null ? 0 : Long.parseLong(count);
    }

    /** Changes the rows behind the last key, as many as a batch has; or says that there are none left. */
    ProgressTable.Row after(ProgressTable.Row row) throws SQLException {
        String upper = row.upperKey();
        if (row.progress().finished() || upper == null) {
            return row.ended();
        }
        String last = row.lastKey();
        List<String> bounds = last == null ? List.of(upper) : List.of(upper, last);
        String range = key.column() + " <= ?" + (last == null ? "" : " and " + key.column() + " > ?");
        String find = "select k, count(*) over () from (select " + key.column() + " as k from " + key.table()
                + " where " + range + " order by " + key.column() + " limit " + plan.batchSize()
                + ") b order by k desc limit 1";
        String next;
        long seen;
        Statements.record(find);
        try (PreparedStatement statement = connection.prepareStatement(find)) {
            bind(statement, bounds);
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    return row.ended();
                }
                next = rows.getString(1);
                seen = rows.getLong(2);
            }
        }
        return row.after(next, seen, change(range, last == null ? List.of(next) : List.of(next, last)));
    }

    private long change(String range, List<String> bounds) throws SQLException {
        String update = "update " + key.table() + " set " + plan.set() + " where " + range
                + (plan.where().isBlank() ? "" : " and (" + plan.where() + ")");
        Statements.record(update);
        try (PreparedStatement statement = connection.prepareStatement(update)) {
            bind(statement, bounds);
            return statement.executeUpdate();
        } catch (SQLException failure) {
            if (transaction.isTransient(failure)) {
                throw failure;
            }
            throw BackfillErrors.refused(plan, update, failure);
        }
    }

    private void bind(PreparedStatement statement, List<String> bounds) throws SQLException {
        for (int i = 0; i < bounds.size(); i++) {
            key.type().bind(statement, i + 1, bounds.get(i));
        }
    }

    private @Nullable String first(String query) throws SQLException {
        Statements.record(query);
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }
}
