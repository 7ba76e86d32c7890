package dev.dovetail.repository.internal.store;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one transaction changed in one table. */
final class TableChanges {

    private final TableDefinition table;
    private final IndexedRows written;
    /** What was committed under each changed id when it was changed first; null for none. Hides the committed row. */
    private final Map<Object, @Nullable Row> bases;

    TableChanges(TableDefinition table, TextRules rules) {
        this(table, new IndexedRows(table, rules), new HashMap<>());
    }

    /** The ids changed since references were checked last. */
    private Set<Object> unchecked = new LinkedHashSet<>();

    private TableChanges(TableDefinition table, IndexedRows written, Map<Object, @Nullable Row> bases) {
        this.table = table;
        this.written = written;
        this.bases = bases;
    }

    TableChanges copy() {
        return new TableChanges(table, written.copy(), new HashMap<>(bases));
    }

    TableDefinition table() {
        return table;
    }

    IndexedRows written() {
        return written;
    }

    Map<Object, @Nullable Row> bases() {
        return bases;
    }

    boolean hides(Object id) {
        return bases.containsKey(id);
    }

    void put(Row row, @Nullable Row base) {
        remember(row.id(), base);
        written.put(row);
    }

    void remove(Object id, @Nullable Row base) {
        remember(id, base);
        written.remove(id);
    }

    Set<Object> takeUnchecked() {
        Set<Object> taken = unchecked;
        unchecked = new LinkedHashSet<>();
        return taken;
    }

    private void remember(Object id, @Nullable Row base) {
        unchecked.add(id);
        // Not putIfAbsent: it would replace a null, which means that there was no row.
        if (!bases.containsKey(id)) {
            bases.put(id, base);
        }
    }
}
