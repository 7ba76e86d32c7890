package dev.dovetail.repository.internal.mapping;

import java.util.Locale;

/** Names of tables and columns as the real persistence writes them: {@code orderLines} becomes {@code order_lines}. */
final class SnakeCase {

    private SnakeCase() {}

    static String of(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
