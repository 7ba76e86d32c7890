package dev.dovetail.core.statement;

/**
 * What happens when one transaction sends the same text more often than it should, as a loop does that loads or writes
 * something for each row. Queries count, and writes of at most one row; a batch or bulk write does not.
 */
public enum RepeatedStatements {
    /** The logger {@value #LOGGER} is told at level WARN when the transaction ends. */
    LOG,
    /**
     * The statement that is one too many is refused with a
     * {@link dev.dovetail.core.error.RepeatedStatementException}. For tests.
     */
    REFUSE;

    /** The name of the logger. */
    public static final String LOGGER = "dev.dovetail.repeated";
}
