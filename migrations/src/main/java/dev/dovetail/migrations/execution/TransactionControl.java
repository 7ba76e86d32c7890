package dev.dovetail.migrations.execution;

import dev.dovetail.migrations.script.Script;
import dev.dovetail.migrations.sql.SqlStatement;
import java.util.List;

/** Looks for statements that begin or end transactions: they would end the one that a script runs in. */
final class TransactionControl {

    private TransactionControl() {}

    static void check(Script script, List<SqlStatement> statements, boolean inTransaction) {
        SqlStatement open = null;
        for (SqlStatement statement : statements) {
            boolean begins = begins(statement);
            if (inTransaction && (begins || ends(statement))) {
                throw ScriptRunErrors.transactionControl(script, statement, true);
            }
            open = begins ? statement : ends(statement) ? null : open;
        }
        if (open != null) {
            throw ScriptRunErrors.transactionControl(script, open, false);
        }
    }

    private static boolean begins(SqlStatement statement) {
        return (statement.startsWith("BEGIN") && !statement.startsWith("BEGIN", "NOT"))
                || statement.startsWith("START", "TRANSACTION");
    }

    private static boolean ends(SqlStatement statement) {
        return statement.startsWith("COMMIT")
                || statement.startsWith("END")
                || statement.startsWith("ABORT")
                || (statement.startsWith("ROLLBACK")
                        && !statement.startsWith("ROLLBACK", "TO")
                        && !statement.startsWith("ROLLBACK", "TRANSACTION", "TO")
                        && !statement.startsWith("ROLLBACK", "WORK", "TO"));
    }
}
