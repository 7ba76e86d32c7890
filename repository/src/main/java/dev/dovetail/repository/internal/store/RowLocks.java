package dev.dovetail.repository.internal.store;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Which transactions have locked which rows. Thread-safe. */
final class RowLocks {

    private record Key(String table, Object id) {}

    private final ConcurrentMap<Key, StoreTransaction> holders = new ConcurrentHashMap<>();

    /** Locks a row; false if another transaction has it. */
    boolean take(TableDefinition table, Object id, StoreTransaction transaction) {
        StoreTransaction holder = holders.putIfAbsent(new Key(table.name(), id), transaction);
        return holder == null || holder == transaction;
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
        }
    }
}
