package dev.dovetail.migrations.catalog;

import java.util.List;
import java.util.stream.Collectors;

/** Names as they stand in statements. */
final class Names {

    private Names() {}

    static String quote(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /** {@code ("a", "b")}. */
    static String list(List<String> names) {
        return names.stream().map(Names::quote).collect(Collectors.joining(", ", "(", ")"));
    }
}
