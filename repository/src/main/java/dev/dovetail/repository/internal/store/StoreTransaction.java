package dev.dovetail.repository.internal.store;

import dev.dovetail.core.transaction.Isolation;
import dev.dovetail.core.transaction.TransactionOptions;
import dev.dovetail.core.transaction.TransactionResource;
import dev.dovetail.repository.OutboxMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One transaction on a {@link Store}. Used by one thread. */
public final class StoreTransaction implements TransactionResource {

    private final Store store;
    private final TransactionOptions options;
    private final long commitsAtBegin;
    private Map<String, TableChanges> changes = new LinkedHashMap<>();
    private List<OutboxMessage> messages = new ArrayList<>();

    StoreTransaction(Store store, TransactionOptions options, long commitsAtBegin) {
        this.store = store;
        this.options = options;
        this.commitsAtBegin = commitsAtBegin;
    }

    @Override
    public TransactionOptions options() {
        return options;
    }

    /**
     * Refuses a write in a read-only transaction.
     *
     * @param what the write, for the message
     */
    public void requireWritable(String what) {
        if (options.readOnly()) {
            throw StoreErrors.readOnly(what);
        }
    }

    /** The rows as one statement sees them; everything that the work reads belongs to the same moment. */
    public <T extends @Nullable Object> T statement(Supplier<T> work) {
        return store.reading(() -> {
            requireOneState();
            return work.get();
        });
    }

    /** The row with an id, or null. */
    public @Nullable Row find(TableDefinition table, Object id) {
        return statement(() -> view(table).get(id));
    }

    /** What this transaction sees of a table; only used in {@link #statement}. */
    public TableView view(TableDefinition table) {
        return new TableView(table, store.committed(table), changes.get(table.name()));
    }

    /** The table with a name. */
    public TableDefinition table(String name) {
        return store.table(name);
    }

    /** A number for the id of a new row, never given before; a rollback does not give it back. */
    public long nextNumber(TableDefinition table) {
        return store.nextNumber(table);
    }

    /** Writes a new row. References are checked by {@link #checkReferences}. */
    public void insert(TableDefinition table, Row row) {
        statement(() -> {
            if (view(table).get(row.id()) != null) {
                throw StoreErrors.duplicateId(table, row.id());
            }
            RowChecks.checkValues(table, row);
            RowChecks.checkUnique(table, row, view(table));
            changes(table).put(row, store.committed(table).get(row.id()));
            return true;
        });
    }

    /** Replaces a row; false if the old one is not what this transaction sees (any more). */
    public boolean update(TableDefinition table, Row old, Row row) {
        return statement(() -> {
            if (view(table).get(old.id()) != old) {
                return false;
            }
            RowChecks.checkValues(table, row);
            RowChecks.checkUnique(table, row, view(table));
            changes(table).put(row, store.committed(table).get(row.id()));
            return true;
        });
    }

    /** Removes a row; false if it is not what this transaction sees (any more). */
    public boolean delete(TableDefinition table, Row old) {
        return statement(() -> {
            if (view(table).get(old.id()) != old) {
                return false;
            }
            changes(table).remove(old.id(), store.committed(table).get(old.id()));
            return true;
        });
    }

    /** Checks that the rows written since the last check point to rows that exist, and nothing to deleted ones. */
    public void checkReferences() {
        statement(() -> {
            ReferenceChecks.check(store, this, changes.values(), TableChanges::takeUnchecked);
            return true;
        });
    }

    /** Adds a message that becomes visible with the commit. */
    public void add(OutboxMessage message) {
        requireWritable("A message to the outbox");
        messages.add(message);
    }

    @Override
    public void commit() {
        if (changes.isEmpty() && messages.isEmpty()) {
            return;
        }
        store.commit(this::checkAgain, changes.values(), messages);
    }

    /** Only what others committed meanwhile can have made wrong what was checked before. */
    private void checkAgain() {
        if (store.commits() == commitsAtBegin) {
            return;
        }
        requireOneState();
        changes.values().forEach(change -> {
            TableDefinition table = change.table();
            change.bases().forEach((id, base) -> {
                if (store.committed(table).get(id) != base) {
                    throw base == null ? StoreErrors.duplicateId(table, id) : StoreErrors.stale(table, id);
                }
            });
            TableView view = view(table);
            change.written().all().forEach(row -> RowChecks.checkUnique(table, row, view));
        });
        ReferenceChecks.check(
                store, this, changes.values(), change -> change.bases().keySet());
    }

    /** Repeatable reads are kept by giving up as soon as anybody else has committed. */
    private void requireOneState() {
        Isolation isolation = options.isolation();
        if (isolation != null
                && isolation.compareTo(Isolation.REPEATABLE_READ) >= 0
                && store.commits() != commitsAtBegin) {
            throw StoreErrors.conflict(isolation);
        }
    }

    @Override
    public void rollback() {
        changes = new LinkedHashMap<>();
        messages = new ArrayList<>();
    }

    @Override
    public Object createSavepoint() {
        Map<String, TableChanges> copy = new LinkedHashMap<>();
        changes.forEach((name, change) -> copy.put(name, change.copy()));
        return new Savepoint(copy, List.copyOf(messages));
    }

    @Override
    public void rollbackTo(Object savepoint) {
        Savepoint point = (Savepoint) savepoint;
        changes = point.changes();
        messages = new ArrayList<>(point.messages());
    }

    @Override
    public void release(Object savepoint) {
        Objects.requireNonNull(savepoint, "savepoint");
    }

    @Override
    public void close() {
        rollback();
    }

    private TableChanges changes(TableDefinition table) {
        return changes.computeIfAbsent(table.name(), unused -> new TableChanges(table));
    }

    private record Savepoint(Map<String, TableChanges> changes, List<OutboxMessage> messages) {}
}
