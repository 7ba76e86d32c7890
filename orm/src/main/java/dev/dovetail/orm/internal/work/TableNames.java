package dev.dovetail.orm.internal.work;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Table names as they are compared: without schema and quotes, in lower case. */
final class TableNames {

    private TableNames() {}

    static String normal(String name) {
        String table = name.substring(name.lastIndexOf('.') + 1);
        if (table.length() > 1 && "\"`[".indexOf(table.charAt(0)) >= 0) {
            table = table.substring(1, table.length() - 1);
        }
        return table.toLowerCase(Locale.ROOT);
    }

    /** A set that finds names in whatever form they are asked for. */
    static Set<String> setOf(Iterable<String> names) {
        Set<String> tables = new TreeSet<>((left, right) -> normal(left).compareTo(normal(right)));
        names.forEach(name -> tables.add(normal(name)));
        return tables;
    }
}
