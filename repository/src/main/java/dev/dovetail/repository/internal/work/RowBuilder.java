package dev.dovetail.repository.internal.work;

import dev.dovetail.core.error.Explanation;
import dev.dovetail.repository.EntityStateException;
import dev.dovetail.repository.RepositoryError;
import dev.dovetail.repository.internal.mapping.AttributeMapping;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Basic;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Embedded;
import dev.dovetail.repository.internal.mapping.AttributeMapping.ToOne;
import dev.dovetail.repository.internal.mapping.EntityMapping;
import dev.dovetail.repository.internal.store.Row;
import dev.dovetail.repository.internal.store.StoreTransaction;
import dev.dovetail.repository.internal.store.Values;
import org.jspecify.annotations.Nullable;

/** Makes rows from entities. */
final class RowBuilder {

    private final StoreTransaction transaction;
    private final References references;

    RowBuilder(StoreTransaction transaction, References references) {
        this.transaction = transaction;
        this.references = references;
    }

    /** The row that an entity would have now. */
    Row row(ManagedEntity entity) {
        EntityMapping mapping = entity.mapping();
        Object id = mapping.id().accessor().get(entity.instance());
        if (!entity.id().equals(id)) {
            throw new EntityStateException(
                    new Explanation(
                            RepositoryError.BAD_ENTITY_STATE,
                            "The id of a managed " + mapping.name() + " was changed from " + entity.id() + " to " + id
                                    + ".",
                            "a setter of the id was called on an entity that is in the database",
                            "leave the id alone; to give a row another id, insert a copy and delete the old one"),
                    null);
        }
        @Nullable
        Object[] values = new @Nullable Object[mapping.table().columns().size()];
        for (AttributeMapping attribute : mapping.attributes()) {
            fill(mapping, attribute, entity.instance(), values);
        }
        return transaction.kept(mapping.table(), new Row(entity.id(), values));
    }

    private void fill(
            EntityMapping mapping, AttributeMapping attribute, @Nullable Object owner, @Nullable Object[] values) {
        Object value = owner == null ? null : attribute.accessor().get(owner);
        if (attribute instanceof Basic basic) {
            values[basic.slot()] = Values.copy(value);
        } else if (attribute instanceof Embedded embedded) {
            for (AttributeMapping part : embedded.parts()) {
                fill(mapping, part, value, values);
            }
        } else if (attribute instanceof ToOne toOne && value != null) {
            values[toOne.slot()] = references.idForColumn(mapping, toOne.name(), value);
        }
    }
}
