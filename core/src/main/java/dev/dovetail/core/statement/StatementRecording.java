package dev.dovetail.core.statement;

import java.util.List;

/**
 * The statements that ran on one thread during a block.
 *
 * @param statements their SQL with placeholders, in the order in which they were sent
 */
public record StatementRecording(List<String> statements) {

    /** Keeps a copy. */
    public StatementRecording {
        statements = List.copyOf(statements);
    }

    /** How many there were. */
    public int count() {
        return statements.size();
    }
}
