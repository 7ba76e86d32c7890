package dev.dovetail.repository.internal.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows of one table, found by id, by unique key and by foreign key without a scan. Not thread-safe. */
final class IndexedRows {

    private final TableDefinition table;
    private final TextRules rules;
    private final Map<Object, Row> rows = new LinkedHashMap<>();
    private final List<Map<Object, Object>> uniqueIndexes = new ArrayList<>();
    private final List<Map<Object, Set<Object>>> foreignIndexes = new ArrayList<>();

    IndexedRows(TableDefinition table, TextRules rules) {
        this.table = table;
        this.rules = rules;
        table.uniqueKeys().forEach(key -> uniqueIndexes.add(new HashMap<>()));
        table.foreignKeys().forEach(key -> foreignIndexes.add(new HashMap<>()));
    }

    IndexedRows copy() {
        IndexedRows copy = new IndexedRows(table, rules);
        rows.values().forEach(copy::put);
        return copy;
    }

    @Nullable
    Row get(Object id) {
        return rows.get(id);
    }

    Collection<Row> all() {
        return rows.values();
    }

    /** The id of the row with the unique values, or null. */
    @Nullable
    Object idByUnique(int keyIndex, Object key) {
        return uniqueIndexes.get(keyIndex).get(key);
    }

    /** The ids of the rows that point to another one. */
    Set<Object> idsByForeign(int keyIndex, Object target) {
        return foreignIndexes.get(keyIndex).getOrDefault(target, Set.of());
    }

    void put(Row row) {
        Row old = rows.put(row.id(), row);
        if (old != null) {
            unindex(old);
        }
        for (int i = 0; i < uniqueIndexes.size(); i++) {
            Object key = table.uniqueKeys().get(i).keyOf(row, rules);
            if (key != null) {
                uniqueIndexes.get(i).put(key, row.id());
            }
        }
        for (int i = 0; i < foreignIndexes.size(); i++) {
            Object target = table.foreignKeys().get(i).columns().of(row);
            if (target != null) {
                foreignIndexes
                        .get(i)
                        .computeIfAbsent(target, unused -> new LinkedHashSet<>())
                        .add(row.id());
            }
        }
    }

    void remove(Object id) {
        Row old = rows.remove(id);
        if (old != null) {
            unindex(old);
        }
    }

    private void unindex(Row old) {
        for (int i = 0; i < uniqueIndexes.size(); i++) {
            Object key = table.uniqueKeys().get(i).keyOf(old, rules);
            if (key != null) {
                uniqueIndexes.get(i).remove(key, old.id());
            }
        }
        for (int i = 0; i < foreignIndexes.size(); i++) {
            Object target = table.foreignKeys().get(i).columns().of(old);
            Set<Object> ids = target == null ? null : foreignIndexes.get(i).get(target);
            if (target != null && ids != null) {
                ids.remove(old.id());
                if (ids.isEmpty()) {
                    foreignIndexes.get(i).remove(target);
                }
            }
        }
    }
}
