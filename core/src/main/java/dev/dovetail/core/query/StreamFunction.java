package dev.dovetail.core.query;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Work with a stream of rows.
 *
 * @param <T> the rows
 * @param <V> what it returns
 * @param <X> the checked exception it may throw; with none, the compiler infers {@link RuntimeException}
 */
@FunctionalInterface
public interface StreamFunction<T extends @Nullable Object, V extends @Nullable Object, X extends Exception> {

    /** Does the work; the stream must not be kept after it returned. */
    V apply(Stream<T> rows) throws X;
}
