package dev.dovetail.repository.internal.work;

import dev.dovetail.repository.internal.mapping.AttributeMapping;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Basic;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Embedded;
import dev.dovetail.repository.internal.mapping.AttributeMapping.InverseToMany;
import dev.dovetail.repository.internal.mapping.AttributeMapping.InverseToOne;
import dev.dovetail.repository.internal.mapping.AttributeMapping.LinkedToMany;
import dev.dovetail.repository.internal.mapping.AttributeMapping.ToMany;
import dev.dovetail.repository.internal.mapping.AttributeMapping.ToOne;
import dev.dovetail.repository.internal.mapping.Callback;
import dev.dovetail.repository.internal.mapping.CollectionOrder;
import dev.dovetail.repository.internal.mapping.EntityMapping;
import dev.dovetail.repository.internal.mapping.Mappings;
import dev.dovetail.repository.internal.mapping.Reflection;
import dev.dovetail.repository.internal.store.Row;
import dev.dovetail.repository.internal.store.StoreTransaction;
import dev.dovetail.repository.internal.store.TableDefinition;
import dev.dovetail.repository.internal.store.ValueOrder;
import dev.dovetail.repository.internal.store.Values;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes entities from rows. */
final class Loader {

    private final Mappings mappings;
    private final StoreTransaction transaction;
    private final PersistenceContext context;
    private final LazyPolicies policies;
    private final Set<String> warned = new HashSet<>();

    Loader(Mappings mappings, StoreTransaction transaction, PersistenceContext context, LazyPolicies policies) {
        this.mappings = mappings;
        this.transaction = transaction;
        this.context = context;
        this.policies = policies;
    }

    /** The managed entity with an id, loaded if it is not managed yet; null if there is no row. */
    @Nullable
    ManagedEntity find(EntityMapping mapping, Object id, @Nullable String loadedBy) {
        ManagedEntity managed = context.find(new EntityKey(mapping, id));
        if (managed != null) {
            return managed.isRemoved() ? null : managed;
        }
        Row row = transaction.find(mapping.table(), id);
        return row == null ? null : load(mapping, row, loadedBy);
    }

    /** The managed entity of a row. One that is managed already stays as it is. */
    ManagedEntity load(EntityMapping mapping, Row row, @Nullable String loadedBy) {
        ManagedEntity managed = context.find(new EntityKey(mapping, row.id()));
        if (managed != null) {
            return managed;
        }
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
        for (AttributeMapping attribute : mapping.attributes()) {
            if (attribute != mapping.id()
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
            if (attribute != mapping.id()) {
                attribute.accessor().set(managed.instance(), value(managed, attribute, row));
            }
        }
    }

    private @Nullable Object value(ManagedEntity owner, AttributeMapping attribute, Row row) {
        if (attribute instanceof Basic basic) {
            return Values.copy(row.value(basic.slot()));
        }
        if (attribute instanceof Embedded embedded) {
            return embedded(owner, embedded, row);
        }
        if (attribute instanceof ToOne toOne) {
            Object id = row.value(toOne.slot());
            return id == null ? null : reference(owner, toOne, mappings.get(toOne.target()), id);
        }
        if (attribute instanceof InverseToOne inverse) {
            return inverseToOne(owner, inverse);
        }
        ToMany many = (ToMany) attribute;
        CollectionGuard<Object> guard = new CollectionGuard<>(
                origin(owner, many), () -> collection(owner, many), many.inverse() && !many.set());
        return many.set() ? new GuardedSet(guard) : new GuardedList(guard);
    }

    private @Nullable Object embedded(ManagedEntity owner, Embedded embedded, Row row) {
        Object value = null;
        for (AttributeMapping part : embedded.parts()) {
            Object partValue = value(owner, part, row);
            if (partValue != null) {
                value = value == null ? Reflection.newInstance(embedded.constructor()) : value;
                part.accessor().set(value, partValue);
            }
        }
        return value;
    }

    /** The managed entity with an id, or a proxy: a to-one is never loaded by itself. */
    private Object reference(ManagedEntity owner, AttributeMapping attribute, EntityMapping target, Object id) {
        EntityKey key = new EntityKey(target, id);
        Object proxy = context.proxy(key);
        if (proxy != null) {
            LazyTarget known = ((LazyReference) proxy).dovetailTarget();
            if (policies.of(attribute).compareTo(known.policy()) < 0) {
                known.reachedFrom(origin(owner, attribute));
            }
            return proxy;
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

    private Origin origin(ManagedEntity owner, AttributeMapping attribute) {
        return new Origin(
                owner,
                attribute.name(),
                policies.of(attribute),
                entity -> context.find(entity.key()) == entity,
                warned::add);
    }

    /** Only a look at the other table tells whether there is one: so it is loaded together with its owner. */
    private @Nullable Object inverseToOne(ManagedEntity owner, InverseToOne inverse) {
        EntityMapping target = mappings.get(inverse.target());
        ToOne owning = mappings.owningSide(inverse.target(), inverse.mappedBy());
        List<Row> rows = rowsPointingTo(target.table(), owning.slot(), owner.id());
        return rows.isEmpty() ? null : context.exposed(load(target, rows.get(0), owner.loadedBy()));
    }

    /** Loads a collection, unless it is; returns its elements, proxies resolved. */
    List<Object> collection(ManagedEntity owner, ToMany many) {
        Object current = many.accessor().get(owner.instance());
        if (current instanceof GuardedCollection guarded && !guarded.isLoaded()) {
            List<Object> written = new ArrayList<>();
            List<Object> elements = new ArrayList<>();
            for (ManagedEntity element : writtenElements(owner, many)) {
                written.add(element.instance());
                elements.add(context.exposed(element));
            }
            guarded.load(elements);
            owner.elements(many, written);
        }
        return elements(current);
    }

    /** The entities in a collection, proxies resolved as far as they are loaded. */
    static List<Object> elements(@Nullable Object collection) {
        List<Object> elements = new ArrayList<>();
        if (collection instanceof GuardedCollection guarded && !guarded.isLoaded()) {
            return elements;
        }
        if (collection instanceof Collection<?> given) {
            for (Object element : given) {
                if (element != null) {
                    Object instance = PersistenceContext.unwrap(element);
                    elements.add(instance == null ? element : instance);
                }
            }
        }
        return elements;
    }

    private List<ManagedEntity> writtenElements(ManagedEntity owner, ToMany many) {
        EntityMapping target = mappings.get(many.target());
        List<Row> rows = transaction.statement(() -> rows(owner, many, target));
        String orderBy = many.orderBy();
        CollectionOrder order = orderBy == null ? null : CollectionOrder.parse(orderBy, target);
        if (order != null) {
            rows.sort((a, b) -> compare(order, a, b));
        }
        List<ManagedEntity> elements = new ArrayList<>(rows.size());
        for (Row row : rows) {
            ManagedEntity element = load(target, row, owner.loadedBy());
            if (!element.isRemoved()) {
                elements.add(element);
            }
        }
        return elements;
    }

    private List<Row> rows(ManagedEntity owner, ToMany many, EntityMapping target) {
        if (many instanceof InverseToMany inverse) {
            ToOne owning = mappings.owningSide(inverse.target(), inverse.mappedBy());
            return rowsPointingTo(target.table(), owning.slot(), owner.id());
        }
        LinkedToMany linked = (LinkedToMany) many;
        List<Row> rows = new ArrayList<>();
        for (Row link : rowsPointingTo(transaction.table(linked.table()), linked.ownerSlot(), owner.id())) {
            Object id = link.value(linked.elementSlot());
            Row row = id == null ? null : transaction.view(target.table()).get(id);
            if (row != null) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** The rows of a table whose reference in a column leads to an id. */
    List<Row> rowsPointingTo(TableDefinition table, int slot, Object id) {
        return transaction.statement(() -> transaction.view(table).byForeign(table.foreignKey(slot), id));
    }

    private int compare(CollectionOrder order, Row a, Row b) {
        for (CollectionOrder.Key key : order.keys()) {
            int slot = key.attribute().slot();
            int result = ValueOrder.compare(transaction.rules().text(), a.value(slot), b.value(slot), false);
            if (result != 0) {
                return key.ascending() ? result : -result;
            }
        }
        return 0;
    }
}
