package dev.dovetail.core.internal.sql;

import java.sql.SQLException;
import java.sql.Statement;
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

    private <T extends @Nullable Object> T run(@Nullable String sql, Call<T> call) throws SQLException {
        try {
            return call.run();
        } catch (SQLException failure) {
            SQLException explained = rules.explained(failure, sql, call);
            rules.failed(explained, sql);
            throw explained;
        }
    }
}
