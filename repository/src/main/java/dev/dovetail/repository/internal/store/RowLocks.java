package dev.dovetail.repository.internal.store;

import dev.dovetail.core.error.InterruptedWaitException;
import dev.dovetail.core.transaction.WriteTurn;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Which transactions have locked which rows. Thread-safe. */
final class RowLocks {

    /** Longer than any other transaction should take. */
    private static final Duration PATIENCE = WriteTurn.DEFAULT_PATIENCE;

    private record Key(String table, Object id) {}

    private final ConcurrentMap<Key, StoreTransaction> holders = new ConcurrentHashMap<>();

    /** Who waits for whom; guards itself. */
    private final Map<StoreTransaction, StoreTransaction> waiting = new HashMap<>();

    /** Locks a row; false if another transaction has it. */
    boolean take(TableDefinition table, Object id, StoreTransaction transaction) {
        StoreTransaction holder = holders.putIfAbsent(new Key(table.name(), id), transaction);
        return holder == null || holder == transaction;
    }

    /** Waits until nobody else has a row; false if that would take for ever, or takes too long. */
    boolean await(TableDefinition table, Object id, StoreTransaction transaction) {
        Duration timeout = transaction.options().timeout();
        long end = System.nanoTime()
                + TimeUnit.NANOSECONDS.convert(timeout == null || timeout.compareTo(PATIENCE) > 0 ? PATIENCE : timeout);
        Key key = new Key(table.name(), id);
        synchronized (waiting) {
            try {
                StoreTransaction holder = holders.get(key);
                while (holder != null && holder != transaction) {
                    long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                    if (left <= 0 || isBehind(holder, transaction)) {
                        return false;
                    }
                    waiting.put(transaction, holder);
                    waiting.wait(left);
                    holder = holders.get(key);
                }
                return true;
            } catch (InterruptedException interrupted) {
                throw InterruptedWaitException.of("a row that another transaction has locked", interrupted);
            } finally {
                waiting.remove(transaction);
            }
        }
    }

    /** Whether a transaction cannot end before another one does: that waits for it, or has the same thread. */
    private boolean isBehind(StoreTransaction holder, StoreTransaction transaction) {
        @Nullable StoreTransaction each = holder;
        while (each != null) {
            if (transaction.suspends(each)) {
                return true;
            }
            each = waiting.get(each);
        }
        return false;
    }

    /** Whether another transaction has locked a row. */
    boolean isTaken(TableDefinition table, Object id, StoreTransaction transaction) {
        if (holders.isEmpty()) {
            return false;
        }
        StoreTransaction holder = holders.get(new Key(table.name(), id));
        return holder != null && holder != transaction;
    }

    void release(StoreTransaction transaction) {
        if (!holders.isEmpty()) {
            holders.values().removeIf(holder -> holder == transaction);
            synchronized (waiting) {
                waiting.notifyAll();
            }
        }
    }
}
