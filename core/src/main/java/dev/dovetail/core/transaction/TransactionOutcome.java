package dev.dovetail.core.transaction;

/** How a transaction ended. */
public enum TransactionOutcome {
    /** What it did is durable. */
    COMMITTED,
    /** Nothing of it remains. */
    ROLLED_BACK,
    /** The connection broke during commit: nobody knows. */
    UNKNOWN
}
