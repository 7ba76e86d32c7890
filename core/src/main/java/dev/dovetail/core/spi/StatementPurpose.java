package dev.dovetail.core.spi;

import org.jspecify.annotations.Nullable;

/** Knows what the statements that a thread sends are for, to be said where they are too many. Thread-safe. */
@FunctionalInterface
public interface StatementPurpose {

    /** What this thread loads or writes now, such as {@code loading User.orders}; null if that is not known. */
    @Nullable
    String current();
}
