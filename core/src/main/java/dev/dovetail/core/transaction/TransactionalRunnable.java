package dev.dovetail.core.transaction;

/**
 * Work that returns nothing.
 *
 * @param <X> the checked exception it may throw; with none, the compiler infers {@link RuntimeException}
 */
@FunctionalInterface
public interface TransactionalRunnable<X extends Exception> {

    /** Does the work. */
    void run() throws X;
}
