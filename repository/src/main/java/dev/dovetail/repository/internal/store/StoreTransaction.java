package dev.dovetail.repository.internal.store;

import dev.dovetail.core.transaction.TransactionOptions;
import dev.dovetail.core.transaction.TransactionResource;
import dev.dovetail.repository.OutboxMessage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One transaction on a {@link Store}. Used by one thread. */
public final class StoreTransaction implements TransactionResource {

    private final Store store;
    private final TransactionOptions options;
    private final long commitsAtBegin;
    private final @Nullable StoreTransaction waiting;
    private final Runnable whenClosed;
    private final TextRules text;
    private final Set<String> tablesRead = new HashSet<>();
    private @Nullable Snapshot snapshot;
    /** Those given before this transaction, where a rollback takes numbers back. */
    private @Nullable Map<String, Long> numbersBefore;

    private Map<String, TableChanges> changes = new LinkedHashMap<>();
    private List<OutboxMessage> messages = new ArrayList<>();
    private final List<RowAction> acted = new ArrayList<>();

    /**
     * A transaction on a store.
     *
     * @param waiting the transaction of the same thread that waits for this one, or null
     * @param whenClosed gives back what it holds
     */
    StoreTransaction(
            Store store,
            TransactionOptions options,
            long commitsAtBegin,
            @Nullable StoreTransaction waiting,
            Runnable whenClosed) {
        this.store = store;
        this.options = options;
        this.commitsAtBegin = commitsAtBegin;
        this.waiting = waiting;
        this.whenClosed = whenClosed;
        this.text = store.rules().text();
    }

    /** Whether it, or one that waits for it, may write. */
    boolean isInsideWriter() {
        return !options.readOnly() || (waiting != null && waiting.isInsideWriter());
    }

    /** What the engine does in its own way. */
    public EngineRules rules() {
        return store.rules();
    }

    /** Where times and random ids come from. */
    public Sources sources() {
        return store.sources();
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
        store.failures().beforeStatement();
        return store.reading(() -> {
            if (snapshot == null && rules().concurrency().seesOneState(options)) {
                snapshot = store.snapshot();
            }
            return work.get();
        });
    }

    /** The row with an id, or null. */
    public @Nullable Row find(TableDefinition table, Object id) {
        return statement(() -> view(table).get(id));
    }

    /** What this transaction sees of a table; only used in {@link #statement}. */
    public TableView view(TableDefinition table) {
        if (snapshot == null) {
            return latest(table);
        }
        tablesRead.add(table.name());
        return new TableView(
                table, text, store.committed(table), snapshot.past(table, text, store), changes.get(table.name()));
    }

    /** What constraints are checked against, also where this transaction does not see it. */
    TableView latest(TableDefinition table) {
        return new TableView(table, text, store.committed(table), null, changes.get(table.name()));
    }

    /**
     * The newest row with the key of some values, also where this transaction does not see it; null if there is none.
     *
     * @param key the columns of the primary key, or of a unique one
     * @param primary the columns of the primary key
     */
    public @Nullable Row withSameKey(
            TableDefinition table, KeyColumns key, KeyColumns primary, @Nullable Object[] values) {
        return statement(() -> {
            Row row;
            if (key.equals(primary)) {
                row = latest(table).get(Objects.requireNonNull(primary.of(values), "key"));
            } else {
                row = latest(table).withSameUnique(table.uniqueKey(Set.copyOf(key.slots())), new Row("", values));
            }
            if (row != null
                    && snapshot != null
                    && rules().concurrency().changedRowConflicts()
                    && view(table).get(row.id()) != row) {
                throw StoreErrors.changedSince(table, row.id());
            }
            return row;
        });
    }

    /** The values of an entity as they are in its row. */
    public Row kept(TableDefinition table, Row row) {
        return RowChecks.kept(table, row, rules().values());
    }

    /**
     * Refuses values that no row of a table can have, as far as they are known.
     *
     * @throws dev.dovetail.core.error.ValueTooLongException if a text is longer than its column
     */
    public void requireKept(TableDefinition table, Row known) {
        RowChecks.checkTexts(table, kept(table, known), rules());
    }

    /** The table with a name. */
    public TableDefinition table(String name) {
        return store.table(name);
    }

    /**
     * A number for the id of a new row, never given before; a rollback does not give it back.
     *
     * @param name what counts: those who share it never get the same
     */
    public long nextNumber(String name) {
        keepNumbers();
        return store.nextNumber(name);
    }

    private void keepNumbers() {
        if (rules().concurrency().oneWriter() && !options.readOnly() && numbersBefore == null) {
            numbersBefore = store.numbers();
        }
    }

    /** Writes a new row. References are checked by {@link #checkReferences}. */
    public void insert(TableDefinition table, Row row) {
        statement(() -> {
            RowChecks.checkValues(table, row, rules());
            if (latest(table).isTaken(row.id())) {
                throw StoreErrors.duplicateId(table, row.id(), rules());
            }
            RowChecks.checkUnique(table, row, latest(table));
            changes(table).put(row, store.committed(table).get(row.id()));
            return true;
        });
    }

    /** Replaces a row; false if the old one is not what this transaction sees (any more). */
    public boolean update(TableDefinition table, Row old, Row row) {
        return statement(() -> {
            requireUnlocked(table, old.id());
            if (!isNewest(table, old)) {
                return false;
            }
            RowChecks.checkValues(table, row, rules());
            RowChecks.checkUnique(table, row, latest(table));
            changes(table).put(row, store.committed(table).get(row.id()));
            return true;
        });
    }

    /** Removes a row; false if it is not what this transaction sees (any more). */
    public boolean delete(TableDefinition table, Row old) {
        return statement(() -> {
            requireUnlocked(table, old.id());
            if (!isNewest(table, old)) {
                return false;
            }
            changes(table).remove(old.id(), store.committed(table).get(old.id()));
            acted.addAll(DeleteActions.after(store, this, table, old.id()));
            return true;
        });
    }

    /** Writes what a foreign key does to a row when the one is deleted to which it points. */
    void act(TableDefinition table, Row old, @Nullable Row row) {
        requireUnlocked(table, old.id());
        if (row == null) {
            changes(table).remove(old.id(), store.committed(table).get(old.id()));
        } else {
            RowChecks.checkValues(table, row, rules());
            changes(table).put(row, store.committed(table).get(row.id()));
        }
    }

    /** What foreign keys did to other rows when rows were deleted; it is not given again. */
    public List<RowAction> takeActions() {
        List<RowAction> taken = List.copyOf(acted);
        acted.clear();
        return taken;
    }

    private boolean isNewest(TableDefinition table, Row old) {
        if (latest(table).get(old.id()) == old) {
            return true;
        }
        if (snapshot != null && rules().concurrency().changedRowConflicts()) {
            throw StoreErrors.changedSince(table, old.id());
        }
        return false;
    }

    /**
     * Locks a row until the end.
     *
     * @throws dev.dovetail.core.error.TransientConflictException if another transaction has it
     */
    public void lock(TableDefinition table, Object id) {
        if (!store.locks().take(table, id, this)) {
            throw StoreErrors.locked(table, id);
        }
    }

    /**
     * Waits until nobody else has locked a row; not inside {@link #statement}, which nobody else could end meanwhile.
     *
     * @throws dev.dovetail.core.error.TransientConflictException if the other one waits for this one, or does not end
     */
    public void awaitLock(TableDefinition table, Object id) {
        if (!store.locks().await(table, id, this)) {
            throw StoreErrors.locked(table, id);
        }
    }

    /** Whether it is another one, or that waits on its thread until this one has ended. */
    boolean suspends(StoreTransaction other) {
        return this == other || waiting != null && waiting.suspends(other);
    }

    /** Whether another transaction has locked a row. */
    public boolean isLocked(TableDefinition table, Object id) {
        return store.locks().isTaken(table, id, this);
    }

    private void requireUnlocked(TableDefinition table, Object id) {
        if (isLocked(table, id)) {
            throw StoreErrors.locked(table, id);
        }
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
        store.failures().beforeStatement();
        messages.add(message);
    }

    @Override
    public void commit() {
        store.failures().aroundCommit(() -> {
            if (!changes.isEmpty() || !messages.isEmpty()) {
                store.commit(this::checkAgain, changes.values(), messages);
            }
        });
    }

    /** Only what others committed meanwhile can have made wrong what was checked before. */
    private void checkAgain() {
        if (store.commits() == commitsAtBegin) {
            return;
        }
        if (snapshot != null
                && rules().concurrency().failsOfSkew(options)
                && !changes.isEmpty()
                && snapshot.isChanged(tablesRead)) {
            throw StoreErrors.skew();
        }
        changes.values().forEach(change -> {
            TableDefinition table = change.table();
            change.bases().forEach((id, base) -> {
                if (store.committed(table).get(id) != base) {
                    throw overtaken(table, id, base);
                }
            });
            TableView view = latest(table);
            change.written().all().forEach(row -> RowChecks.checkUnique(table, row, view));
        });
        ReferenceChecks.check(
                store, this, changes.values(), change -> change.bases().keySet());
    }

    private RuntimeException overtaken(TableDefinition table, Object id, @Nullable Row base) {
        if (base == null) {
            return StoreErrors.duplicateId(table, id, rules());
        }
        return snapshot != null && rules().concurrency().changedRowConflicts()
                ? StoreErrors.changedSince(table, id)
                : StoreErrors.stale(table, id);
    }

    @Override
    public void rollback() {
        if (numbersBefore != null) {
            store.resetNumbers(numbersBefore);
        }
        changes = new LinkedHashMap<>();
        messages = new ArrayList<>();
    }

    @Override
    public Object createSavepoint() {
        Map<String, TableChanges> copy = new LinkedHashMap<>();
        changes.forEach((name, change) -> copy.put(name, change.copy()));
        keepNumbers();
        return new Savepoint(copy, List.copyOf(messages), numbersBefore == null ? null : store.numbers());
    }

    @Override
    public void rollbackTo(Object savepoint) {
        Savepoint point = (Savepoint) savepoint;
        changes = point.changes();
        messages = new ArrayList<>(point.messages());
        if (point.numbers() != null) {
            store.resetNumbers(point.numbers());
        }
    }

    @Override
    public void release(Object savepoint) {
        Objects.requireNonNull(savepoint, "savepoint");
    }

    @Override
    public void close() {
        store.locks().release(this);
        changes = new LinkedHashMap<>();
        messages = new ArrayList<>();
        if (snapshot != null) {
            snapshot.close();
        }
        whenClosed.run();
    }

    private TableChanges changes(TableDefinition table) {
        return changes.computeIfAbsent(table.name(), unused -> new TableChanges(table, text));
    }

    private record Savepoint(
            Map<String, TableChanges> changes,
            List<OutboxMessage> messages,
            @Nullable Map<String, Long> numbers) {}
}
