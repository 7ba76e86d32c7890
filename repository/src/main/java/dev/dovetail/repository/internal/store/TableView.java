package dev.dovetail.repository.internal.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as one transaction sees it: what is committed, under what takes it back to an earlier moment, under the
 * transaction's own changes.
 */
public final class TableView {

    private final TableDefinition table;
    private final TextRules rules;
    private final IndexedRows committed;
    private final @Nullable TableChanges past;
    private final @Nullable TableChanges changes;

    TableView(
            TableDefinition table,
            TextRules rules,
            IndexedRows committed,
            @Nullable TableChanges past,
            @Nullable TableChanges changes) {
        this.table = table;
        this.rules = rules;
        this.committed = committed;
        this.past = past;
        this.changes = changes;
    }

    /** The row with an id, or null. */
    public @Nullable Row get(Object id) {
        Row row = row(id);
        return row == null || table.contains(row) ? row : null;
    }

    /** Whether the id is taken in the whole table, also if only a part of it is looked at. */
    boolean isTaken(Object id) {
        return row(id) != null;
    }

    private @Nullable Row row(Object id) {
        if (changes != null && changes.hides(id)) {
            return changes.written().get(id);
        }
        return past != null && past.hides(id) ? past.written().get(id) : committed.get(id);
    }

    /** All rows. */
    public List<Row> all() {
        List<Row> rows = new ArrayList<>();
        if (changes == null && past == null) {
            rows.addAll(committed.all());
        } else {
            for (Row row : committed.all()) {
                if (!isHidden(row.id())) {
                    rows.add(row);
                }
            }
        }
        if (past != null) {
            for (Row row : past.written().all()) {
                if (!isChanged(row.id())) {
                    rows.add(row);
                }
            }
        }
        if (changes != null) {
            rows.addAll(changes.written().all());
        }
        if (table.part() != null) {
            rows.removeIf(row -> !table.contains(row));
        }
        return rows;
    }

    /** The row whose single unique column has a value, or null. */
    public @Nullable Row byUnique(UniqueKey key, Object value) {
        Row row = anyByUnique(key, value);
        return row == null || table.contains(row) ? row : null;
    }

    private @Nullable Row anyByUnique(UniqueKey key, Object value) {
        int keyIndex = table.uniqueKeys().indexOf(key);
        Object indexed = Values.key(rules, value);
        if (changes != null) {
            Object id = changes.written().idByUnique(keyIndex, indexed);
            if (id != null) {
                return changes.written().get(id);
            }
        }
        if (past != null) {
            Object id = past.written().idByUnique(keyIndex, indexed);
            if (id != null && !isChanged(id)) {
                return past.written().get(id);
            }
        }
        Object id = committed.idByUnique(keyIndex, indexed);
        return id == null || isHidden(id) ? null : committed.get(id);
    }

    /** The row that has the unique values of another one, or null. */
    @Nullable
    Row withSameUnique(int keyIndex, Row row) {
        Object key = table.uniqueKeys().get(keyIndex).keyOf(row, rules);
        if (key == null) {
            return null;
        }
        Object written = changes == null ? null : changes.written().idByUnique(keyIndex, key);
        if (written != null) {
            return row(written);
        }
        Object other = committed.idByUnique(keyIndex, key);
        return other == null || isHidden(other) ? null : committed.get(other);
    }

    /** Whether another row has the same unique values. */
    boolean hasOtherWithSameUnique(int keyIndex, Row row) {
        Object key = table.uniqueKeys().get(keyIndex).keyOf(row, rules);
        if (key == null) {
            return false;
        }
        // Both must be asked: at the commit the transaction's own row stands beside one committed meanwhile.
        Object written = changes == null ? null : changes.written().idByUnique(keyIndex, key);
        Object other = committed.idByUnique(keyIndex, key);
        return (written != null && !written.equals(row.id()))
                || (other != null && !other.equals(row.id()) && !isHidden(other));
    }

    /** The rows whose foreign key points to an id. */
    public List<Row> byForeign(ForeignKey key, Object target) {
        int index = table.foreignKeys().indexOf(key);
        List<Row> rows = new ArrayList<>();
        for (Object id : committed.idsByForeign(index, target)) {
            if (!isHidden(id)) {
                add(rows, committed.get(id));
            }
        }
        if (past != null) {
            for (Object id : past.written().idsByForeign(index, target)) {
                if (!isChanged(id)) {
                    add(rows, past.written().get(id));
                }
            }
        }
        if (changes != null) {
            for (Object id : changes.written().idsByForeign(index, target)) {
                add(rows, changes.written().get(id));
            }
        }
        return rows;
    }

    private boolean isChanged(Object id) {
        return changes != null && changes.hides(id);
    }

    /** Whether the committed row is not what is seen. */
    private boolean isHidden(Object id) {
        return isChanged(id) || (past != null && past.hides(id));
    }

    private void add(List<Row> rows, @Nullable Row row) {
        if (row != null && table.contains(row)) {
            rows.add(row);
        }
    }
}
