package dev.dovetail.repository.internal.work;

import dev.dovetail.repository.internal.mapping.AttributeMapping;
import dev.dovetail.repository.internal.mapping.AttributeMapping.LinkedToMany;
import dev.dovetail.repository.internal.store.Row;
import dev.dovetail.repository.internal.store.StoreTransaction;
import dev.dovetail.repository.internal.store.TableDefinition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the tables that link entities. */
final class Links {

    private final StoreTransaction transaction;
    private final References references;
    private final Loader loader;

    Links(StoreTransaction transaction, References references, Loader loader) {
        this.transaction = transaction;
        this.references = references;
        this.loader = loader;
    }

    /** Whether the links that an entity owns differ from what is written. */
    boolean areChanged(ManagedEntity entity) {
        for (AttributeMapping attribute : entity.mapping().attributes()) {
            if (attribute instanceof LinkedToMany linked && !linked.inverse()) {
                Object value = linked.accessor().get(entity.instance());
                if (!isUnloaded(value)) {
                    List<Object> written = entity.elements(linked);
                    List<Object> now = Loader.elements(value);
                    // One that was replaced before it was loaded is written anew.
                    if (written == null ? !now.isEmpty() || entity.row() != null : !sameElements(written, now)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Writes the links that an entity owns. */
    void write(ManagedEntity entity) {
        for (AttributeMapping attribute : entity.mapping().attributes()) {
            if (attribute instanceof LinkedToMany linked && !linked.inverse()) {
                Object value = linked.accessor().get(entity.instance());
                if (!isUnloaded(value)) {
                    write(entity, linked, Loader.elements(value));
                }
            }
        }
    }

    private void write(ManagedEntity entity, LinkedToMany linked, List<Object> elements) {
        TableDefinition table = transaction.table(linked.table());
        List<Object> ids = new ArrayList<>(elements.size());
        for (Object element : elements) {
            ids.add(references.idForColumn(entity.mapping(), linked.name(), element));
        }
        Set<Object> written = new LinkedHashSet<>();
        for (Row link : loader.rowsPointingTo(table, linked.ownerSlot(), entity.id())) {
            Object id = Objects.requireNonNull(link.value(linked.elementSlot()));
            if (ids.contains(id)) {
                written.add(id);
            } else {
                transaction.delete(table, link);
            }
        }
        for (Object id : ids) {
            // Not remembered: the same element twice is a duplicate key, as it is in a database.
            if (!written.remove(id)) {
                transaction.insert(table, new Row(List.of(entity.id(), id), new Object[] {entity.id(), id}));
            }
        }
    }

    /** Deletes the links that an entity owns. */
    void delete(ManagedEntity entity) {
        for (AttributeMapping attribute : entity.mapping().attributes()) {
            if (attribute instanceof LinkedToMany linked && !linked.inverse()) {
                TableDefinition table = transaction.table(linked.table());
                for (Row link : loader.rowsPointingTo(table, linked.ownerSlot(), entity.id())) {
                    transaction.delete(table, link);
                }
            }
        }
    }

    private static boolean isUnloaded(@Nullable Object collection) {
        return collection instanceof GuardedCollection guarded && !guarded.isLoaded();
    }

    private static boolean sameElements(List<Object> written, List<Object> now) {
        if (written.size() != now.size()) {
            return false;
        }
        Set<Object> rest = Collections.newSetFromMap(new IdentityHashMap<>());
        rest.addAll(written);
        rest.removeAll(now);
        return rest.isEmpty();
    }
}
