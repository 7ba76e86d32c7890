package dev.dovetail.core.spi;

/**
 * Hears of the statements of a database that run in a transaction through jOOQ or as bulk operations, on the thread
 * that runs them.
 */
public interface StatementListener {

    /** Before it runs; what it throws is thrown instead of running it. */
    void beforeStatement(StatementInfo statement);

    /** After it ran without failure. */
    void afterStatement(StatementInfo statement);
}
