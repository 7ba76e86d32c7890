package dev.dovetail.core.query;

import org.jspecify.annotations.Nullable;

/**
 * A named parameter.
 *
 * @param type the Java type of its value, or of its elements if it is a list
 * @param given the value that it was built with, or null
 */
record Parameter(
        String name, Class<?> type, boolean list, @Nullable Object given) {

    /** As a user would write it. */
    String described() {
        return name + " (" + (list ? "list of " : "") + type.getSimpleName() + ")";
    }
}
