package dev.dovetail.repository.internal.store;

import dev.dovetail.repository.internal.store.Store.Reference;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The foreign keys between rows. */
final class ReferenceChecks {

    private ReferenceChecks() {}

    /**
     * Checks some of the rows that a transaction changed.
     *
     * @param which the ids to look at
     */
    static void check(
            Store store,
            StoreTransaction transaction,
            Collection<TableChanges> changes,
            Function<TableChanges, Set<Object>> which) {
        Map<TableChanges, Set<Object>> ids = new IdentityHashMap<>();
        changes.forEach(change -> ids.put(change, which.apply(change)));
        changes.forEach(change -> {
            TableDefinition table = change.table();
            for (ForeignKey key : table.foreignKeys()) {
                TableView targets = transaction.latest(store.table(key.target()));
                for (Object id : ids.getOrDefault(change, Set.of())) {
                    Row row = change.written().get(id);
                    Object target = row == null ? null : key.checked(row);
                    if (target != null && targets.get(target) == null) {
                        throw StoreErrors.missingParent(table, key, target);
                    }
                }
            }
        });
        changes.forEach(change -> {
            TableDefinition table = change.table();
            for (Reference reference : store.references(table)) {
                TableView children = transaction.latest(reference.table());
                for (Object id : ids.getOrDefault(change, Set.of())) {
                    if (change.written().get(id) == null
                            && children.byForeign(reference.key(), id).stream()
                                    .anyMatch(row -> reference.key().checked(row) != null)) {
                        throw StoreErrors.childExists(reference.table(), reference.key(), table, id);
                    }
                }
            }
        });
    }
}
