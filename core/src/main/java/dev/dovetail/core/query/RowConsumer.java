package dev.dovetail.core.query;

import org.jspecify.annotations.Nullable;

/**
 * Takes one row.
 *
 * @param <T> the row
 * @param <X> the checked exception it may throw; with none, the compiler infers {@link RuntimeException}
 */
@FunctionalInterface
public interface RowConsumer<T extends @Nullable Object, X extends Exception> {

    /** Takes it. */
    void accept(T row) throws X;
}
