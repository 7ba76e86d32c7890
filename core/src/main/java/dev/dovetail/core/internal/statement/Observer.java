package dev.dovetail.core.internal.statement;

/** Somebody who wants to know about the statements of a database. Thread-safe. */
interface Observer {

    /** Before it is sent; what it throws is thrown instead of sending it. */
    default void sending(Observation statement) {}

    /** It has ended. */
    void ended(Observation statement);

    /** Whether it looks at the values of parameters. */
    default boolean wantsValues() {
        return false;
    }

    /** Whether it needs the number of rows also where each row read costs more for it, as with Hibernate's queries. */
    default boolean wantsRows() {
        return false;
    }
}
