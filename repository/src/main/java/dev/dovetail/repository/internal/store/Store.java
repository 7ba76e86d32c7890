package dev.dovetail.repository.internal.store;

import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.DatabaseUnavailableException;
import dev.dovetail.core.error.TransientConflictException;
import dev.dovetail.core.transaction.TransactionBackend;
import dev.dovetail.core.transaction.TransactionOptions;
import dev.dovetail.core.transaction.TransactionResource;
import dev.dovetail.core.transaction.WriteTurn;
import dev.dovetail.repository.OutboxMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is committed. Each statement of a transaction sees it as it stands at that moment, with the transaction's own
 * changes on top. Thread-safe.
 */
public final class Store implements TransactionBackend {

    private final Map<String, TableDefinition> tables = new LinkedHashMap<>();
    private final Map<String, IndexedRows> committed = new HashMap<>();
    private final Map<String, List<Reference>> references = new HashMap<>();
    private final Map<String, AtomicLong> lastNumbers = new ConcurrentHashMap<>();
    private final List<OutboxMessage> messages = new ArrayList<>();
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final EngineRules rules;
    private final Sources sources;
    private final CommitLog log = new CommitLog();
    private final InjectedFailures failures = new InjectedFailures();
    private final @Nullable WriteTurn writeTurn;
    private final RowLocks locks = new RowLocks();
    private volatile long commits;
    private volatile boolean closed;

    /** An empty store with these tables, that behaves as an engine does. */
    public Store(Collection<TableDefinition> definitions, EngineRules rules, Sources sources) {
        this.rules = rules;
        this.sources = sources;
        this.writeTurn = rules.concurrency().oneWriter() ? new WriteTurn(WriteTurn.DEFAULT_PATIENCE) : null;
        for (TableDefinition table : definitions) {
            tables.put(table.name(), table);
            committed.put(table.name(), new IndexedRows(table, rules.text()));
        }
        for (TableDefinition table : definitions) {
            for (ForeignKey key : table.foreignKeys()) {
                references
                        .computeIfAbsent(key.target(), unused -> new ArrayList<>())
                        .add(new Reference(table, key));
            }
        }
    }

    @Override
    public TransactionResource begin(TransactionOptions options, @Nullable TransactionResource suspended) {
        if (closed) {
            throw StoreErrors.closed();
        }
        StoreTransaction waiting = suspended instanceof StoreTransaction outer ? outer : null;
        if (options.readOnly()) {
            return new StoreTransaction(this, options, commits, waiting, () -> {});
        }
        if (rules.concurrency().secondWriterRefused() && waiting != null && waiting.isInsideWriter()) {
            throw StoreErrors.secondWriter(rules.values().engine());
        }
        WriteTurn turn = writeTurn;
        if (turn == null) {
            return new StoreTransaction(this, options, commits, waiting, () -> {});
        }
        turn.take(options.timeout());
        return new StoreTransaction(this, options, commits, waiting, turn::giveBack);
    }

    /** What the engine does in its own way. */
    public EngineRules rules() {
        return rules;
    }

    /** Where times and random ids come from. */
    public Sources sources() {
        return sources;
    }

    /** The failures to come. */
    public InjectedFailures failures() {
        return failures;
    }

    @Override
    public boolean isTransient(Throwable failure) {
        return failure instanceof TransientConflictException
                || (failure instanceof DatabaseUnavailableException lost && lost.code() == CoreError.CONNECTION_LOST);
    }

    /** Forgets everything, numbers given and failures to come included. Nobody is inside a transaction. */
    public void clear() {
        lock.writeLock().lock();
        try {
            tables.values().forEach(table -> committed.put(table.name(), new IndexedRows(table, rules.text())));
            lastNumbers.clear();
            messages.clear();
            failures.clear();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** No transaction begins afterwards. */
    public void close() {
        closed = true;
    }

    /** The messages of committed transactions, in the order of the commits. */
    public List<OutboxMessage> messages() {
        return reading(() -> List.copyOf(messages));
    }

    RowLocks locks() {
        return locks;
    }

    TableDefinition table(String name) {
        return Objects.requireNonNull(tables.get(name), name);
    }

    IndexedRows committed(TableDefinition table) {
        return Objects.requireNonNull(committed.get(table.name()), table.name());
    }

    /** A number that was never given under a name, also not in transactions that were rolled back. */
    long nextNumber(String name) {
        return lastNumbers.computeIfAbsent(name, unused -> new AtomicLong()).incrementAndGet();
    }

    /** The numbers given last. */
    Map<String, Long> numbers() {
        Map<String, Long> numbers = new HashMap<>();
        lastNumbers.forEach((name, last) -> numbers.put(name, last.get()));
        return numbers;
    }

    /** Gives the later ones again. */
    void resetNumbers(Map<String, Long> numbers) {
        lastNumbers.forEach((name, last) -> last.set(numbers.getOrDefault(name, 0L)));
    }

    /** The foreign keys that point to a table. */
    List<Reference> references(TableDefinition table) {
        return references.getOrDefault(table.name(), List.of());
    }

    /** What is committed now, to look at it for longer; inside {@link #reading}. */
    Snapshot snapshot() {
        return log.open(commits);
    }

    /** How often something was committed. */
    long commits() {
        return commits;
    }

    <T extends @Nullable Object> T reading(Supplier<T> work) {
        lock.readLock().lock();
        try {
            return work.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Checks the changes once more against what others committed, and makes them visible together. */
    void commit(Runnable check, Collection<TableChanges> changes, List<OutboxMessage> newMessages) {
        lock.writeLock().lock();
        try {
            check.run();
            changes.forEach(change -> {
                IndexedRows rows = committed(change.table());
                for (Object id : change.bases().keySet()) {
                    Row row = change.written().get(id);
                    if (row == null) {
                        rows.remove(id);
                    }
                }
                // In the order in which they were written.
                change.written().all().forEach(rows::put);
            });
            messages.addAll(newMessages);
            commits++;
            log.add(commits, changes);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** A foreign key and the table that has it. */
    record Reference(TableDefinition table, ForeignKey key) {}
}
