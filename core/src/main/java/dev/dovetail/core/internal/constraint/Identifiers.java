package dev.dovetail.core.internal.constraint;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.internal.text.SqlScanner;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The columns that an expression names. */
final class Identifiers {

    private Identifiers() {}

    static List<String> columnsIn(Engine engine, String expression, List<String> columns) {
        Set<String> named = new LinkedHashSet<>();
        SqlScanner scanner = new SqlScanner(engine, expression);
        while (scanner.next()) {
            if (scanner.isName()) {
                String name = scanner.name();
                columns.stream().filter(name::equalsIgnoreCase).forEach(named::add);
            }
        }
        return List.copyOf(named);
    }
}
