package dev.dovetail.repository.internal.store;

import dev.dovetail.repository.internal.store.ForeignKey.OnDelete;
import dev.dovetail.repository.internal.store.Store.Reference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** ON DELETE CASCADE and SET NULL. */
final class DeleteActions {

    private DeleteActions() {}

    /** Does to other rows what their foreign keys say, once a row is deleted; in {@link StoreTransaction#statement}. */
    static List<RowAction> after(Store store, StoreTransaction transaction, TableDefinition table, Object id) {
        List<RowAction> actions = new ArrayList<>();
        for (Reference reference : store.references(table)) {
            ForeignKey key = reference.key();
            if (key.onDelete() != OnDelete.NOTHING) {
                TableDefinition children = reference.table();
                for (Row child : transaction.latest(children).byForeign(key, id)) {
                    if (key.checked(child) != null) {
                        actions.addAll(act(store, transaction, children, key, child));
                    }
                }
            }
        }
        return actions;
    }

    private static List<RowAction> act(
            Store store, StoreTransaction transaction, TableDefinition table, ForeignKey key, Row child) {
        @Nullable Row row = key.onDelete() == OnDelete.CASCADE ? null : without(key, child);
        transaction.act(table, child, row);
        List<RowAction> actions = new ArrayList<>();
        actions.add(new RowAction(table, child.id(), row));
        if (row == null) {
            actions.addAll(after(store, transaction, table, child.id()));
        }
        return actions;
    }

    private static Row without(ForeignKey key, Row child) {
        @Nullable Object[] values = child.copyOfValues();
        key.columns().clear(values);
        return new Row(child.id(), values);
    }
}
