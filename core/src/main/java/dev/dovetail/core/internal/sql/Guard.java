package dev.dovetail.core.internal.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends what goes through a guarded connection, under its rules. */
record Guard(ConnectionRules rules) {

    interface Call<T extends @Nullable Object> {
        T run() throws SQLException;
    }

    /** Engines that compile a statement when it is prepared refuse it there. */
    <T extends Statement> T prepare(String sql, Call<T> call) throws SQLException {
        rules.requireAllowed(sql);
        return run(sql, call);
    }

    /** A text that is sent at once. */
    <T extends @Nullable Object> T send(Statement statement, String sql, Call<T> call) throws SQLException {
        rules.requireAllowed(sql);
        rules.sending(statement);
        return run(sql, call);
    }

    /** What was prepared or collected before. */
    <T extends @Nullable Object> T sendPrepared(Statement statement, @Nullable String sql, Call<T> call)
            throws SQLException {
        rules.requireAllowed(null);
        rules.sending(statement);
        return run(sql, call);
    }

    /** What was prepared before, with what was bound to it. */
    <T extends @Nullable Object> T sendPrepared(Statement statement, String sql, BoundRows bound, Call<T> call)
            throws SQLException {
        rules.requireAllowed(null);
        rules.sending(statement);
        try {
            return call.run();
        } catch (SQLException failure) {
            throw failed(failure, sql, bound.rows(), call);
        } finally {
            bound.sent();
        }
    }

    /** The rows that were collected; drivers forget them when one fails. */
    <T> T sendBatch(PreparedStatement statement, String sql, BoundRows bound, Call<T> call) throws SQLException {
        rules.requireAllowed(null);
        rules.sending(statement);
        try {
            T result = call.run();
            bound.clearBatch();
            return result;
        } catch (SQLException failure) {
            List<@Nullable Object[]> rows = bound.rows();
            bound.clearBatch();
            throw failed(failure, sql, rows, () -> sendAgain(statement, rows));
        }
    }

    /** One by one, those that fail left out: among them are those that were written before. */
    private static int sendAgain(PreparedStatement statement, List<@Nullable Object[]> rows) throws SQLException {
        int sent = 0;
        for (@Nullable Object[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                statement.setObject(i + 1, row[i]);
            }
            try {
                sent += statement.executeUpdate();
            } catch (SQLException refused) {
                continue;
            }
        }
        return sent;
    }

    private <T extends @Nullable Object> T run(@Nullable String sql, Call<T> call) throws SQLException {
        try {
            return call.run();
        } catch (SQLException failure) {
            throw failed(failure, sql, List.of(), call);
        }
    }

    private SQLException failed(
            SQLException failure, @Nullable String sql, List<@Nullable Object[]> bound, Call<?> call) {
        SQLException explained = rules.explained(failure, sql, bound, call);
        rules.failed(explained, sql);
        return explained;
    }
}
