package dev.dovetail.core;

import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Work with typed SQL.
 *
 * @param <T> what it returns
 * @param <X> the checked exception it may throw; with none, the compiler infers {@link RuntimeException}
 */
@FunctionalInterface
public interface SqlFunction<T extends @Nullable Object, X extends Exception> {

    /** Does the work; {@code sql} must not be kept after it returned. */
    T apply(DSLContext sql) throws X;
}
