package dev.dovetail.repository.internal.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A table as one transaction sees it: what is committed, under its own changes. */
public final class TableView {

    private final TableDefinition table;
    private final IndexedRows committed;
    private final @Nullable TableChanges changes;

    TableView(TableDefinition table, IndexedRows committed, @Nullable TableChanges changes) {
        this.table = table;
        this.committed = committed;
        this.changes = changes;
    }

    /** The row with an id, or null. */
    public @Nullable Row get(Object id) {
        return changes != null && changes.hides(id) ? changes.written().get(id) : committed.get(id);
    }

    /** All rows. */
    public List<Row> all() {
        if (changes == null) {
            return new ArrayList<>(committed.all());
        }
        List<Row> rows = new ArrayList<>();
        for (Row row : committed.all()) {
            if (!changes.hides(row.id())) {
                rows.add(row);
            }
        }
        rows.addAll(changes.written().all());
        return rows;
    }

    /** The row whose single unique column has a value, or null. */
    public @Nullable Row byUnique(UniqueKey key, Object value) {
        return byUniqueKey(table.uniqueKeys().indexOf(key), Values.key(value));
    }

    /** Whether another row has the same unique values. */
    boolean hasOtherWithSameUnique(int keyIndex, Row row) {
        Object key = table.uniqueKeys().get(keyIndex).keyOf(row);
        if (key == null) {
            return false;
        }
        // Both must be asked: at the commit the transaction's own row stands beside one committed meanwhile.
        Object written = changes == null ? null : changes.written().idByUnique(keyIndex, key);
        Object other = committed.idByUnique(keyIndex, key);
        return (written != null && !written.equals(row.id()))
                || (other != null && !other.equals(row.id()) && (changes == null || !changes.hides(other)));
    }

    private @Nullable Row byUniqueKey(int keyIndex, Object key) {
        if (changes != null) {
            Object id = changes.written().idByUnique(keyIndex, key);
            if (id != null) {
                return changes.written().get(id);
            }
        }
        Object id = committed.idByUnique(keyIndex, key);
        return id == null || (changes != null && changes.hides(id)) ? null : committed.get(id);
    }

    /** The rows whose foreign key points to an id. */
    public List<Row> byForeign(ForeignKey key, Object target) {
        int index = table.foreignKeys().indexOf(key);
        Set<Object> ids = committed.idsByForeign(index, target);
        List<Row> rows = new ArrayList<>(ids.size());
        for (Object id : ids) {
            if (changes == null || !changes.hides(id)) {
                add(rows, committed.get(id));
            }
        }
        if (changes != null) {
            for (Object id : changes.written().idsByForeign(index, target)) {
                add(rows, changes.written().get(id));
            }
        }
        return rows;
    }

    private static void add(List<Row> rows, @Nullable Row row) {
        if (row != null) {
            rows.add(row);
        }
    }
}
