package dev.dovetail.testing;

import dev.dovetail.core.statement.CallSite;
import dev.dovetail.core.statement.RecordedStatement;
import java.util.List;
import java.util.function.Predicate;

/** Statements as a failing assertion shows them. */
final class StatementList {

    private StatementList() {}

    /** Two lines a statement; the marked ones have a star. */
    static String of(List<RecordedStatement> statements, Predicate<RecordedStatement> marked) {
        if (statements.isEmpty()) {
            return "\n  (none)";
        }
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < statements.size(); i++) {
            RecordedStatement statement = statements.get(i);
            list.append(marked.test(statement) ? "\n* " : "\n  ")
                    .append(i + 1)
                    .append(". ")
                    .append(statement.sql().replace("\n", "\n     "))
                    .append("\n       ")
                    .append(statement.kind());
            if (statement.rows() >= 0) {
                list.append(", ").append(statement.rows()).append(statement.rows() == 1 ? " row" : " rows");
            }
            if (statement.failure() != null) {
                list.append(", failed: ").append(statement.failure().getClass().getSimpleName());
            }
            CallSite callSite = statement.callSite();
            list.append(", at ").append(callSite == null ? "(outside of the application's code)" : callSite);
        }
        return list.toString();
    }
}
