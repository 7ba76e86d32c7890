package dev.dovetail.core.statement;

import java.util.List;

/**
 * The statements that ran on one thread during a block.
 *
 * @param statements in the order in which they were sent
 */
public record StatementRecording(List<RecordedStatement> statements) {

    /** Keeps a copy. */
    public StatementRecording {
        statements = List.copyOf(statements);
    }

    /** How many there were. */
    public int count() {
        return statements.size();
    }

    /** How many of a kind there were. */
    public int count(StatementKind kind) {
        return (int) statements.stream()
                .filter(statement -> statement.kind() == kind)
                .count();
    }

    /** Their texts. */
    public List<String> sql() {
        return statements.stream().map(RecordedStatement::sql).toList();
    }
}
