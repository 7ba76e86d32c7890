package dev.dovetail.repository.internal.work;

import dev.dovetail.repository.internal.mapping.AttributeMapping;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Basic;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Embedded;
import dev.dovetail.repository.internal.mapping.AttributeMapping.InverseToOne;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Plural;
import dev.dovetail.repository.internal.mapping.AttributeMapping.ToOne;
import dev.dovetail.repository.internal.mapping.Callback;
import dev.dovetail.repository.internal.mapping.CollectionShape;
import dev.dovetail.repository.internal.mapping.EntityMapping;
import dev.dovetail.repository.internal.mapping.Mappings;
import dev.dovetail.repository.internal.store.KeyColumns;
import dev.dovetail.repository.internal.store.Row;
import dev.dovetail.repository.internal.store.StoreTransaction;
import dev.dovetail.repository.internal.store.TableDefinition;
import dev.dovetail.repository.internal.store.Values;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes entities from rows. */
final class Loader {

    private final Mappings mappings;
    private final StoreTransaction transaction;
    private final PersistenceContext context;
    private final LazyPolicies policies;
    private final CollectionLoader collections;
    private final Set<String> warned = new HashSet<>();

    Loader(Mappings mappings, StoreTransaction transaction, PersistenceContext context, LazyPolicies policies) {
        this.mappings = mappings;
        this.transaction = transaction;
        this.context = context;
        this.policies = policies;
        this.collections = new CollectionLoader(mappings, transaction, context, this);
    }

    /** The managed entity with an id, loaded if it is not managed yet; null if there is none of the class. */
    @Nullable
    ManagedEntity find(EntityMapping mapping, Object id, @Nullable String loadedBy) {
        ManagedEntity managed = context.find(new EntityKey(mapping, id));
        if (managed != null) {
            return managed.isRemoved() || !mapping.type().isInstance(managed.instance()) ? null : managed;
        }
        Row row = transaction.find(mapping.table(), id);
        return row == null ? null : load(mapping, row, loadedBy);
    }

    /** The managed entity of a row. One that is managed already stays as it is. */
    ManagedEntity load(EntityMapping declared, Row row, @Nullable String loadedBy) {
        ManagedEntity managed = context.find(new EntityKey(declared, row.id()));
        if (managed != null) {
            return managed;
        }
        EntityMapping mapping = declared.of(row);
        ManagedEntity loaded = new ManagedEntity(mapping, row.id(), mapping.instantiate(), row, loadedBy);
        // Before its attributes: they may lead back to it.
        context.add(loaded);
        for (AttributeMapping attribute : mapping.attributes()) {
            attribute.accessor().set(loaded.instance(), value(loaded, attribute, row));
        }
        mapping.call(Callback.POST_LOAD, loaded.instance());
        return loaded;
    }

    /** Gives the managed entity of a row, if there is one, the values that were written beside it. */
    void refresh(EntityMapping mapping, Row row) {
        ManagedEntity managed = context.find(new EntityKey(mapping, row.id()));
        if (managed == null) {
            return;
        }
        managed.written(row);
        for (AttributeMapping attribute : managed.mapping().attributes()) {
            if (!mapping.id().contains(attribute)
                    && (attribute instanceof Basic || attribute instanceof Embedded || attribute instanceof ToOne)) {
                attribute.accessor().set(managed.instance(), value(managed, attribute, row));
            }
        }
    }

    /** Gives a managed entity the state of its row, and collections that are not loaded. */
    void reload(ManagedEntity managed, Row row) {
        managed.written(row);
        managed.forgetElements();
        EntityMapping mapping = managed.mapping();
        for (AttributeMapping attribute : mapping.attributes()) {
            if (!mapping.id().contains(attribute)) {
                attribute.accessor().set(managed.instance(), value(managed, attribute, row));
            }
        }
    }

    private @Nullable Object value(ManagedEntity owner, AttributeMapping attribute, Row row) {
        if (attribute instanceof ToOne toOne) {
            Object id = toOne.columns().of(row);
            return id == null ? null : reference(owner, toOne, id);
        }
        if (attribute instanceof InverseToOne inverse) {
            return inverseToOne(owner, inverse);
        }
        if (attribute instanceof Embedded embedded) {
            return embedded(embedded, part -> value(owner, part, row));
        }
        return attribute instanceof Plural plural ? guarded(owner, plural) : value(attribute, row);
    }

    private Object guarded(ManagedEntity owner, Plural plural) {
        CollectionShape shape = plural.shape();
        boolean queues = plural.inverse() && !shape.isSet() && !shape.isMap();
        CollectionGuard<Object> guard =
                new CollectionGuard<>(origin(owner, plural), () -> collection(owner, plural), queues);
        return switch (shape.kind()) {
            case SET ->
                shape.sorting() == null
                        ? new GuardedSet(guard)
                        : new GuardedSortedSet(guard, shape.sorting().comparator());
            case MAP ->
                shape.sorting() == null
                        ? new GuardedMap(guard)
                        : new GuardedSortedMap(guard, shape.sorting().comparator());
            case LIST -> new GuardedList(guard, true);
            case BAG -> new GuardedList(guard, false);
        };
    }

    /** A basic or embedded value. */
    static @Nullable Object value(AttributeMapping attribute, Row row) {
        if (attribute instanceof Basic basic) {
            return basic.toAttribute(Values.copy(row.value(basic.slot())));
        }
        return embedded((Embedded) attribute, part -> value(part, row));
    }

    private static @Nullable Object embedded(Embedded embedded, Function<AttributeMapping, @Nullable Object> read) {
        List<@Nullable Object> parts = new ArrayList<>();
        boolean isNull = true;
        for (AttributeMapping part : embedded.parts()) {
            @Nullable Object value = read.apply(part);
            parts.add(value);
            isNull &= value == null;
        }
        return isNull ? null : embedded.value().make(parts);
    }

    /** The managed entity with an id, or a proxy: a to-one is never loaded by itself. */
    Object reference(ManagedEntity owner, ToOne attribute, Object id) {
        EntityMapping target = mappings.get(attribute.target());
        EntityKey key = new EntityKey(target, id);
        Object proxy = context.proxy(key);
        if (proxy != null) {
            LazyTarget known = ((LazyReference) proxy).dovetailTarget();
            if (policies.of(attribute).compareTo(known.policy()) < 0) {
                known.reachedFrom(origin(owner, attribute));
            }
            if (target.type().isInstance(proxy)) {
                return proxy;
            }
            Object narrow = LazyReferences.create(target, known);
            context.addProxy(key, narrow);
            return narrow;
        }
        ManagedEntity managed = context.find(key);
        if (managed != null) {
            return managed.instance();
        }
        Object made =
                LazyReferences.create(target, id, origin(owner, attribute), () -> find(target, id, owner.loadedBy()));
        context.addProxy(key, made);
        return made;
    }

    /** Makes a reference of an entity its own that was made for a place before it was managed. */
    void adopt(ManagedEntity owner, AttributeMapping attribute, ManagedEntity place) {
        if (attribute instanceof ToOne toOne
                && toOne.accessor().get(owner.instance()) instanceof LazyReference proxy
                && proxy.dovetailTarget().isReachedFrom(place)) {
            proxy.dovetailTarget().reachedFrom(origin(owner, toOne));
        }
    }

    private Origin origin(ManagedEntity owner, AttributeMapping attribute) {
        return new Origin(
                owner,
                attribute.name(),
                policies.of(attribute),
                entity -> context.find(entity.key()) == entity,
                warned::add,
                policies::isAllowed);
    }

    /** Only a look at the other table tells whether there is one: so it is loaded together with its owner. */
    private @Nullable Object inverseToOne(ManagedEntity owner, InverseToOne inverse) {
        EntityMapping target = mappings.get(inverse.target());
        ToOne owning = mappings.owningSide(inverse.target(), inverse.mappedBy());
        List<Row> rows = rowsPointingTo(target.table(), owning.columns(), owner.id());
        return rows.isEmpty() ? null : context.exposed(load(target, rows.get(0), owner.loadedBy()), inverse.target());
    }

    /** Loads a collection, unless it is; returns its elements, proxies resolved. */
    List<Object> collection(ManagedEntity owner, Plural plural) {
        Object current = plural.accessor().get(owner.instance());
        if (current instanceof GuardedCollection guarded && !guarded.isLoaded()) {
            collections.load(owner, plural, guarded);
        }
        return Contents.elements(current);
    }

    /** The rows of a table whose reference in some columns leads to an id. */
    List<Row> rowsPointingTo(TableDefinition table, KeyColumns columns, Object id) {
        return transaction.statement(() -> transaction.view(table).byForeign(table.foreignKey(columns), id));
    }
}
