package dev.dovetail.migrations.execution;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.statement.Statements;
import dev.dovetail.migrations.script.Script;
import dev.dovetail.migrations.sql.SqlStatement;
import dev.dovetail.migrations.sql.StatementSplitter;
import dev.dovetail.migrations.sql.UnterminatedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Runs the statements of one script. */
record ScriptRunner(Engine engine) {

    /**
     * The statements of a script.
     *
     * @param inTransaction whether it will run in one transaction
     * @throws dev.dovetail.migrations.error.MigrationException if something in it is not closed, or it begins or ends
     *     transactions where it must not
     */
    List<SqlStatement> parse(Script script, boolean inTransaction) {
        List<SqlStatement> statements;
        try {
            statements = StatementSplitter.split(script.text(), engine);
        } catch (UnterminatedException failure) {
            throw ScriptRunErrors.unterminated(script, failure);
        }
        TransactionControl.check(script, statements, inTransaction);
        return statements;
    }

    /**
     * Runs them in order.
     *
     * @throws dev.dovetail.migrations.error.ScriptFailedException at the first that the engine refuses
     */
    void run(Connection connection, Step step, List<SqlStatement> statements, boolean inTransaction) {
        for (int i = 0; i < statements.size(); i++) {
            SqlStatement sql = statements.get(i);
            Statements.record(sql.text());
            try (Statement statement = connection.createStatement()) {
                // Braces in a script are its own.
                statement.setEscapeProcessing(false);
                statement.execute(sql.text());
            } catch (SQLException failure) {
                throw ScriptRunErrors.failed(step, engine, sql, i, statements.size(), inTransaction, failure);
            }
        }
    }
}
