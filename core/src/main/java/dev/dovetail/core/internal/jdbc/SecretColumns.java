package dev.dovetail.core.internal.jdbc;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the application wants to be shown nowhere. Thread-safe. */
public final class SecretColumns {

    private final Predicate<Object> values;
    private final Set<String> marked = ConcurrentHashMap.newKeySet();

    /**
     * With values that are secret by themselves.
     *
     * @param columns {@code table.column} each
     */
    public SecretColumns(Predicate<Object> values, Collection<String> columns) {
        this.values = values;
        columns.forEach(column -> marked.add(column.toLowerCase(Locale.ROOT)));
    }

    /** Nothing is secret. */
    static SecretColumns none() {
        return new SecretColumns(value -> false, Set.of());
    }

    /** Adds columns of a table. */
    public void add(String table, Collection<String> columns) {
        columns.forEach(column -> marked.add(key(table, column)));
    }

    /** Whether a column was marked. */
    public boolean isSecret(@Nullable String table, String column) {
        return table != null && marked.contains(key(table, column));
    }

    /** Whether a value must not be shown, wherever it is stored. */
    public boolean isSecret(@Nullable Object value) {
        return value != null && values.test(value);
    }

    /** Whether a table has such a column; where the table is not known, whether any has. */
    public boolean isIn(@Nullable String table) {
        if (table == null) {
            return !marked.isEmpty();
        }
        String prefix = key(table, "");
        return marked.stream().anyMatch(column -> column.startsWith(prefix));
    }

    private static String key(String table, String column) {
        return (table.substring(table.lastIndexOf('.') + 1) + "." + column).toLowerCase(Locale.ROOT);
    }
}
