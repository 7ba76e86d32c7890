package dev.dovetail.testing;

import dev.dovetail.core.statement.StatementRecording;
import dev.dovetail.core.statement.Statements;
import dev.dovetail.core.transaction.TransactionalRunnable;

/** Assertions on the statements that code sends to a database, to be imported statically. */
public final class StatementAssertions {

    private StatementAssertions() {}

    /**
     * Runs a block and begins assertions on the statements that it sent on this thread.
     *
     * <pre>{@code
     * assertThatStatements(() -> users.listWithOrders(Limit.of(50))).hasCount(2);
     * }</pre>
     *
     * @throws X what the block throws
     */
    public static <X extends Exception> StatementsAssert assertThatStatements(TransactionalRunnable<X> block) throws X {
        StatementRecording recording = Statements.during(block);
        return new StatementsAssert(recording);
    }
}
