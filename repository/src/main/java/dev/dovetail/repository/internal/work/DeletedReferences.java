package dev.dovetail.repository.internal.work;

import dev.dovetail.repository.internal.mapping.AttributeMapping;
import dev.dovetail.repository.internal.mapping.AttributeMapping.ToOne;
import dev.dovetail.repository.internal.store.Row;
import dev.dovetail.repository.internal.store.StoreTransaction;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of rows that are to be deleted the optional references to those that are deleted before them, as Hibernate does, so
 * that entities that refer to each other can be deleted together.
 */
final class DeletedReferences {

    private final StoreTransaction transaction;
    private final References references;
    private final PersistenceContext context;

    DeletedReferences(StoreTransaction transaction, References references, PersistenceContext context) {
        this.transaction = transaction;
        this.references = references;
        this.context = context;
    }

    /** Before these are deleted in their order. */
    void takeOut(List<ManagedEntity> deleted) {
        Set<ManagedEntity> before = Collections.newSetFromMap(new IdentityHashMap<>());
        for (ManagedEntity entity : deleted) {
            Row row = entity.row();
            if (row != null && !before.isEmpty()) {
                takeOut(entity, row, before);
            }
            before.add(entity);
        }
    }

    private void takeOut(ManagedEntity entity, Row row, Set<ManagedEntity> before) {
        @Nullable Object @Nullable [] values = null;
        for (AttributeMapping attribute : entity.mapping().attributes()) {
            if (attribute instanceof ToOne toOne
                    && toOne.optional()
                    && toOne.written()
                    && !entity.mapping().id().contains(attribute)) {
                Object id = toOne.columns().of(row);
                ManagedEntity target =
                        id == null ? null : context.find(new EntityKey(references.mapping(toOne.target()), id));
                if (target != null && before.contains(target)) {
                    values = values == null ? row.copyOfValues() : values;
                    toOne.columns().clear(values);
                }
            }
        }
        if (values != null) {
            Row without = new Row(row.id(), values);
            if (transaction.update(entity.mapping().table(), row, without)) {
                entity.written(without);
            }
        }
    }
}
