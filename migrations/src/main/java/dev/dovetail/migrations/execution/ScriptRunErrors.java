package dev.dovetail.migrations.execution;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.migrations.catalog.InvalidIndex;
import dev.dovetail.migrations.error.MigrationError;
import dev.dovetail.migrations.error.MigrationException;
import dev.dovetail.migrations.error.ScriptFailedException;
import dev.dovetail.migrations.result.Direction;
import dev.dovetail.migrations.script.Script;
import dev.dovetail.migrations.sql.Lines;
import dev.dovetail.migrations.sql.SqlStatement;
import dev.dovetail.migrations.sql.UnterminatedException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The errors of running a script. */
final class ScriptRunErrors {

    private static final int SHOWN_LINES = 12;
    /** Of MariaDB and MySQL, H2, SQLite. */
    private static final Set<Integer> LOCK_TIMEOUTS = Set.of(1205, 50200, 5);

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
            List<InvalidIndex> left,
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
                                : ", so the " + index + " before it took effect.")
                        + invalid(left);
        String fix = inTransaction
                ? "correct the script and run the " + command + " again"
                : "correct the statement, but nothing before it, and go on there with: dovetail resume; or take back by"
                        + " hand what took effect, say where the database stands: dovetail stamp " + before(step)
                        + "; and run the " + command + " again";
        return new ScriptFailedException(
                new Explanation(
                        MigrationError.SCRIPT_FAILED,
                        script.source() + ", line " + line + ", statement " + (index + 1) + " of " + count + ": "
                                + firstLine(failure) + "\n" + indented(statement.text()) + "\n" + state,
                        cause(script, failure),
                        fix),
                failure,
                script.source(),
                line,
                statement.text());
    }

    private static String cause(Script script, SQLException failure) {
        Duration timeout = script.header().lockTimeout();
        if (timeout != null
                && ("55P03".equals(failure.getSQLState()) || LOCK_TIMEOUTS.contains(failure.getErrorCode()))) {
            return "somebody held a lock for longer than the " + timeout.toMillis() + " ms that the script waits";
        }
        return "a mistake in the statement, or a database that is not what the script expects";
    }

    private static String invalid(List<InvalidIndex> left) {
        return left.stream()
                .map(index -> "\nThe index " + index.name() + " on " + index.table()
                        + " is left behind, invalid: the engine does not use it. 'dovetail resume' removes it; by hand: "
                        + index.dropStatement())
                .collect(Collectors.joining());
    }

    /** The line of the class, as far as its stack says. */
    static ScriptFailedException failedInJava(Step step, Engine engine, boolean inTransaction, Exception failure) {
        Script script = step.script();
        int line = Arrays.stream(failure.getStackTrace())
                .filter(frame -> frame.getClassName().equals(script.source()))
                .mapToInt(StackTraceElement::getLineNumber)
                .findFirst()
                .orElse(0);
        String command = step.direction() == Direction.UPGRADE ? "upgrade" : "downgrade";
        return new ScriptFailedException(
                new Explanation(
                        MigrationError.SCRIPT_FAILED,
                        script.source() + (line > 0 ? ", line " + line : "") + ": " + failure
                                + (inTransaction
                                        ? "\nNothing of it is left in the database."
                                        : "\nIt ran outside a transaction"
                                                + (script.header().transactional()
                                                        ? " (" + engine.displayName()
                                                                + " commits with each DDL statement)"
                                                        : "")
                                                + ", so what it did before stays."),
                        "a mistake in the class, or a database that is not what it expects",
                        inTransaction
                                ? "correct the class and run the " + command + " again"
                                : "correct the class and run it again from its start with: dovetail resume; or say where"
                                        + " the database stands: dovetail stamp " + before(step)),
                failure,
                script.source(),
                line,
                "");
    }

    static MigrationException changedBefore(Script script, int done) {
        return new MigrationException(new Explanation(
                MigrationError.RESUME_IMPOSSIBLE,
                script.source() + " cannot go on after its first " + done
                        + (done == 1 ? " statement: it is" : " statements: they are") + " not what took effect.",
                "they were edited, too, when the script was corrected",
                "bring them back as they were, and put what is missing behind them; or finish by hand and say where the"
                        + " database stands with dovetail stamp"));
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
