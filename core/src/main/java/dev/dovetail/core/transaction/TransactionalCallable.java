package dev.dovetail.core.transaction;

import org.jspecify.annotations.Nullable;

/**
 * Work that returns a value.
 *
 * @param <T> what it returns
 * @param <X> the checked exception it may throw; with none, the compiler infers {@link RuntimeException}
 */
@FunctionalInterface
public interface TransactionalCallable<T extends @Nullable Object, X extends Exception> {

    /** Does the work. */
    T call() throws X;
}
