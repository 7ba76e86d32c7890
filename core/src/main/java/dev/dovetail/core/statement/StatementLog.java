package dev.dovetail.core.statement;

/**
 * What the statement log shows. It writes to the logger {@value #LOGGER} at level INFO, when a statement has ended: its
 * time, its rows or its failure, its text; and begin, commit, rollback and savepoints.
 */
public enum StatementLog {
    /** Nothing: the default. */
    OFF,
    /** Texts with placeholders. Values that stand in the text itself, by {@code DSL.inline} or by hand, are shown. */
    SQL,
    /**
     * The values of parameters, too: cut at 80 characters, bytes as their number; of a batch or bulk operation those of the
     * first three rows, and how many rows there are. Which of them are secret is for the
     * option {@code secretValues} to say.
     */
    VALUES;

    /** The name of the logger. */
    public static final String LOGGER = "dev.dovetail.sql";
}
