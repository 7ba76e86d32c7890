package dev.dovetail.migrations.execution;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.migrations.error.MigrationError;
import dev.dovetail.migrations.error.MigrationException;
import dev.dovetail.migrations.error.ScriptFailedException;
import dev.dovetail.migrations.result.Direction;
import dev.dovetail.migrations.script.Script;
import dev.dovetail.migrations.sql.Lines;
import dev.dovetail.migrations.sql.SqlStatement;
import dev.dovetail.migrations.sql.UnterminatedException;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The errors of running a script. */
final class ScriptRunErrors {

    private static final int SHOWN_LINES = 12;
    private static final Pattern POSTGRESQL_POSITION = Pattern.compile("Position: (\\d+)");

    private ScriptRunErrors() {}

    static MigrationException unterminated(Script script, UnterminatedException failure) {
        return new MigrationException(
                new Explanation(
                        MigrationError.UNTERMINATED,
                        script.source() + ", line " + failure.line() + ": " + failure.what()
                                + " begins here and does not end. Nothing of the script was run.",
                        "a quote, */ or END is missing",
                        "close it"),
                failure);
    }

    static MigrationException transactionControl(Script script, SqlStatement statement, boolean inTransaction) {
        return new MigrationException(new Explanation(
                MigrationError.TRANSACTION_CONTROL,
                script.source() + ", line " + statement.line() + ": '" + statement.text() + "' "
                        + (inTransaction
                                ? "would end the transaction that the script runs in."
                                : "begins a transaction that the script does not end.")
                        + " Nothing of the script was run.",
                "the script was written for a shell",
                inTransaction
                        ? "leave it away: each script is one transaction; or begin the script with '-- no-transaction' if"
                                + " it must not be"
                        : "end the transaction in the script"));
    }

    static ScriptFailedException failed(
            Step step,
            Engine engine,
            SqlStatement statement,
            int index,
            int count,
            boolean inTransaction,
            SQLException failure) {
        Script script = step.script();
        int line = line(statement, failure);
        String command = step.direction() == Direction.UPGRADE ? "upgrade" : "downgrade";
        String state = inTransaction
                ? "Nothing of the script is left in the database."
                : "It ran outside a transaction"
                        + (script.header().transactional()
                                ? " (" + engine.displayName() + " commits with each DDL statement)"
                                : "")
                        + (index == 0
                                ? ", but no statement before it took effect."
                                : ", so the " + index + " before it took effect.");
        String fix = inTransaction
                ? "correct the script and run the " + command + " again"
                : "correct the script; take back by hand what took effect, then say where the database stands: dovetail"
                        + " stamp " + before(step) + "; and run the " + command + " again";
        return new ScriptFailedException(
                new Explanation(
                        MigrationError.SCRIPT_FAILED,
                        script.source() + ", line " + line + ", statement " + (index + 1) + " of " + count + ": "
                                + firstLine(failure) + "\n" + indented(statement.text()) + "\n" + state,
                        "a mistake in the statement, or a database that is not what the script expects",
                        fix),
                failure,
                script.source(),
                line,
                statement.text());
    }

    private static String before(Step step) {
        if (step.direction() == Direction.DOWNGRADE) {
            return step.revision().id().toString();
        }
        return step.revision().parents().isEmpty()
                ? "base"
                : step.revision().parents().get(0).toString();
    }

    /** PostgreSQL says where in the statement; the others do not. */
    private static int line(SqlStatement statement, SQLException failure) {
        Matcher position = POSTGRESQL_POSITION.matcher(String.valueOf(failure.getMessage()));
        if (position.find()) {
            int characters = Integer.parseInt(position.group(1)) - 1;
            int length = statement.text().length();
            int index = statement
                    .text()
                    .offsetByCodePoints(0, Math.min(characters, statement.text().codePointCount(0, length)));
            return statement.line() + Lines.lineOf(statement.text(), index) - 1;
        }
        return statement.line();
    }

    private static String firstLine(SQLException failure) {
        return String.valueOf(failure.getMessage())
                .replaceAll("\\s*Position: \\d+\\s*$", "")
                .replace("\n", " ")
                .strip();
    }

    private static String indented(String sql) {
        List<String> lines = sql.lines().toList();
        StringBuilder shown = new StringBuilder();
        lines.stream()
                .limit(SHOWN_LINES)
                .forEach(line -> shown.append("    ").append(line).append('\n'));
        if (lines.size() > SHOWN_LINES) {
            shown.append("    … (").append(lines.size() - SHOWN_LINES).append(" more lines)\n");
        }
        return shown.toString().stripTrailing();
    }
}
