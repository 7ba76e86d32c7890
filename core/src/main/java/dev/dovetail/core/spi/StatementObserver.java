package dev.dovetail.core.spi;

import dev.dovetail.core.statement.RecordedStatement;

/**
 * Is told what became of each statement of a database, however it was sent and in or outside of a transaction, on the
 * thread that sent it. For metrics and the like. Thread-safe; does not throw.
 */
@FunctionalInterface
public interface StatementObserver {

    /** It has ended. */
    void ended(RecordedStatement statement);
}
