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
            put(values, table.columns().get(slot), row.value(slot));
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

    /** What would stand in one column. */
    static Map<String, String> value(Column column, @Nullable Object value) {
        Map<String, String> values = new LinkedHashMap<>();
        put(values, column, value);
        return values;
    }

    /** A key in some columns: of several a list. */
    static Map<String, String> key(TableDefinition table, List<Integer> slots, Object key) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < slots.size(); i++) {
            put(
                    values,
                    table.columns().get(slots.get(i)),
                    slots.size() > 1 && key instanceof List<?> parts ? parts.get(i) : key);
        }
        return values;
    }

    /** A key as it is written in the text of a message; nothing of it if a part is secret. */
    static Object inText(TableDefinition table, List<Integer> slots, Object key) {
        return slots.stream().anyMatch(slot -> table.columns().get(slot).secret()) ? "that is secret" : key;
    }

    private static void put(Map<String, String> values, Column column, @Nullable Object value) {
        if (!column.secret() || value == null) {
            values.put(column.name(), text(value));
        }
    }

    private static String text(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            return bytes.length + " bytes";
        }
        String text = value instanceof Enum<?> constant ? constant.name() : String.valueOf(value);
        return text.length() <= MAX_CHARS ? text : text.substring(0, MAX_CHARS) + "…";
    }
}
