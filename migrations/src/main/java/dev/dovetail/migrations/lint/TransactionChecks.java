package dev.dovetail.migrations.lint;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.migrations.lint.Parsed.AlterTable;
import dev.dovetail.migrations.lint.Parsed.CreateIndex;
import dev.dovetail.migrations.lint.Parsed.Delete;
import dev.dovetail.migrations.lint.Parsed.Drop;
import dev.dovetail.migrations.lint.Parsed.Insert;
import dev.dovetail.migrations.lint.Parsed.Known;
import dev.dovetail.migrations.lint.Parsed.Update;
import java.util.regex.Pattern;

/** What belongs into a transaction, what does not, and what waits in one. */
final class TransactionChecks implements Check {

    /** The header with which the executor sets the limit. */
    private static final Pattern HEADER = Pattern.compile("(?im)^\\s*--\\s*lock-timeout\\s*:");

    @Override
    public void look(Statement statement, ScriptView script, Findings findings) {
        boolean oneTransaction = script.isOneTransaction();
        if (oneTransaction && refusesTransactions(statement)) {
            findings.add(LintRule.NEEDS_NO_TRANSACTION, statement, "PostgreSQL refuses it in a transaction");
        }
        if (oneTransaction && changesRows(statement, script) && before(statement, script, TransactionChecks::locks)) {
            findings.add(
                    LintRule.ROWS_UNDER_LOCK, statement, "rows are changed while tables altered above stay locked");
        }
        boolean first = !before(statement, script, TransactionChecks::locks);
        boolean limited = HEADER.matcher(script.script().text()).find();
        if (first
                && !limited
                && locks(statement, script)
                && !before(statement, script, TransactionChecks::limitsWaiting)) {
            findings.add(LintRule.NO_LOCK_TIMEOUT, statement, "its lock is waited for without limit");
        }
        boolean several = script.statements().size() > 1;
        if (!oneTransaction && several && statement.index() == 0 && changesSeveral(script)) {
            findings.addForScript(
                    LintRule.HALF_APPLIED,
                    statement.source().line(),
                    script.statements().size() + " statements, each on its own: "
                            + (script.script().header().transactional()
                                    ? script.engine().displayName() + " commits with each DDL statement"
                                    : "the script asks for no transaction"));
        }
    }

    private static boolean changesSeveral(ScriptView script) {
        return script.statements().stream()
                        .filter(statement -> !(statement.parsed() instanceof Known known
                                && (known.head().equals("SET") || known.head().equals("SELECT"))))
                        .count()
                > 1;
    }

    private static boolean refusesTransactions(Statement statement) {
        boolean concurrently = (statement.parsed() instanceof CreateIndex index && index.concurrently())
                || (statement.parsed() instanceof Drop drop && drop.concurrently());
        return concurrently
                || statement.begins("VACUUM")
                || (statement.begins("REINDEX") && statement.words().has("CONCURRENTLY"))
                || statement.begins("CREATE", "DATABASE")
                || statement.begins("DROP", "DATABASE")
                || statement.begins("ALTER", "SYSTEM")
                || (statement.parsed() instanceof AlterTable
                        && statement.words().has("DETACH", "PARTITION")
                        && statement.words().has("CONCURRENTLY"));
    }

    private static boolean changesRows(Statement statement, ScriptView script) {
        if (statement.parsed() instanceof Update update) {
            return script.isOld(update.table(), statement);
        }
        if (statement.parsed() instanceof Delete delete) {
            return script.isOld(delete.table(), statement);
        }
        return statement.parsed() instanceof Insert insert && insert.selects();
    }

    /** Whether it waits for everybody who uses a table that was there before. */
    private static boolean locks(Statement statement, ScriptView script) {
        if (script.engine() != Engine.POSTGRESQL) {
            return false;
        }
        if (statement.parsed() instanceof AlterTable alter) {
            return script.isOld(alter.table(), statement)
                    && alter.actions().stream().anyMatch(action -> !action.isNext("VALIDATE"));
        }
        return statement.parsed() instanceof Drop drop
                && (drop.kind().equals("TABLE") || (drop.kind().equals("INDEX") && !drop.concurrently()));
    }

    private static boolean limitsWaiting(Statement statement, ScriptView script) {
        return statement.begins("SET") && statement.words().has("LOCK_TIMEOUT");
    }

    private static boolean before(Statement statement, ScriptView script, Question question) {
        return script.statements().subList(0, statement.index()).stream()
                .anyMatch(earlier -> question.answer(earlier, script));
    }

    private interface Question {
        boolean answer(Statement statement, ScriptView script);
    }
}
