package dev.dovetail.repository.internal.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Values as the exceptions of databases show them: never long, never binary. */
final class Shown {

    private static final int MAX_CHARS = 80;

    private Shown() {}

    /** What stands in some columns of a row. */
    static Map<String, String> values(TableDefinition table, List<Integer> slots, Row row) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int slot : slots) {
            values.put(table.columns().get(slot).name(), text(row.value(slot)));
        }
        return values;
    }

    /** The same for columns by their names. */
    static Map<String, String> ofColumns(TableDefinition table, List<String> columns, Row row) {
        List<Integer> slots = IntStream.range(0, table.columns().size())
                .filter(slot -> columns.contains(table.columns().get(slot).name()))
                .boxed()
                .toList();
        return values(table, slots, row);
    }

    /** A key: of several columns a list. */
    static Map<String, String> values(List<String> columns, @Nullable Object key) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            values.put(columns.get(i), text(columns.size() > 1 && key instanceof List<?> parts ? parts.get(i) : key));
        }
        return values;
    }

    private static String text(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            return bytes.length + " bytes";
        }
        String text = value instanceof Enum<?> constant ? constant.name() : String.valueOf(value);
        return text.length() <= MAX_CHARS ? text : text.substring(0, MAX_CHARS) + "…";
    }
}
