package dev.dovetail.core.error;

/**
 * An exception that says something about the caller's code, not about the data: no statement failed, so a transaction
 * in which it is caught may go on and commit. Exceptions of Jakarta Data that mean "none" or "more than one" are
 * treated the same.
 */
public interface LeavesTransactionIntact {}
