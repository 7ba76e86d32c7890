package dev.dovetail.repository.internal.work;

import dev.dovetail.core.error.Explanation;
import dev.dovetail.repository.EntityStateException;
import dev.dovetail.repository.RepositoryError;
import dev.dovetail.repository.internal.mapping.AttributeMapping;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Elements;
import dev.dovetail.repository.internal.mapping.AttributeMapping.InverseToMany;
import dev.dovetail.repository.internal.mapping.AttributeMapping.JoinedToMany;
import dev.dovetail.repository.internal.mapping.AttributeMapping.LinkedToMany;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Plural;
import dev.dovetail.repository.internal.mapping.AttributeMapping.ToMany;
import dev.dovetail.repository.internal.mapping.CollectionOrder;
import dev.dovetail.repository.internal.mapping.CollectionShape;
import dev.dovetail.repository.internal.mapping.CollectionShape.KeyAttribute;
import dev.dovetail.repository.internal.mapping.EntityMapping;
import dev.dovetail.repository.internal.mapping.Mappings;
import dev.dovetail.repository.internal.store.Row;
import dev.dovetail.repository.internal.store.StoreTransaction;
import dev.dovetail.repository.internal.store.TableDefinition;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Fills collections with what their rows say. */
final class CollectionLoader {

    private final Mappings mappings;
    private final StoreTransaction transaction;
    private final PersistenceContext context;
    private final Loader loader;

    CollectionLoader(Mappings mappings, StoreTransaction transaction, PersistenceContext context, Loader loader) {
        this.mappings = mappings;
        this.transaction = transaction;
        this.context = context;
        this.loader = loader;
    }

    /** Loads a collection that is not loaded. */
    void load(ManagedEntity owner, Plural plural, GuardedCollection guarded) {
        CollectionShape shape = plural.shape();
        List<Found> found = transaction.statement(() -> found(owner, plural));
        List<@Nullable Object> contents = new ArrayList<>();
        List<Object> written = new ArrayList<>();
        // What stands in a set twice, as where a column is null no key refuses, is one element of it.
        Collection<Object> signatures = shape.isSet() ? new LinkedHashSet<>() : new ArrayList<>();
        for (Found each : found) {
            Object instance = plural instanceof Elements elements
                    ? Loader.value(elements.element(), each.row())
                    : entity(owner, (ToMany) plural, each);
            if (shape.indexSlot() != null) {
                requirePosition(owner, plural, each, shape.indexSlot());
            }
            if (instance == null) {
                continue;
            }
            written.add(instance);
            signatures.add(each.signature());
            Object exposed = plural instanceof ToMany many ? exposed(instance, many) : instance;
            if (shape.indexSlot() != null) {
                put(each, shape.indexSlot(), exposed, contents);
            } else if (shape.isMap()) {
                contents.add(new SimpleImmutableEntry<>(key(shape, each, instance), exposed));
            } else {
                contents.add(exposed);
            }
        }
        guarded.load(contents);
        // Not with what was added before it was loaded.
        guarded.guard().written(contents);
        owner.elements(plural, guarded, plural instanceof ToMany ? written : List.of());
        owner.contents(plural, List.copyOf(signatures));
    }

    private Object exposed(Object instance, ToMany many) {
        ManagedEntity managed = context.find(instance);
        return managed == null ? instance : context.exposed(managed, many.target());
    }

    private @Nullable Object entity(ManagedEntity owner, ToMany many, Found found) {
        ManagedEntity element = loader.load(mappings.get(many.target()), found.row(), owner.loadedBy());
        return element.isRemoved() ? null : element.instance();
    }

    /** At its position; those that are missing are null. */
    private static void put(Found found, int slot, Object element, List<@Nullable Object> contents) {
        int index = (Integer) Objects.requireNonNull(found.link().value(slot), "position");
        while (contents.size() <= index) {
            contents.add(null);
        }
        contents.set(index, element);
    }

    private static void requirePosition(ManagedEntity owner, Plural plural, Found found, int slot) {
        if (!(found.link().value(slot) instanceof Integer)) {
            throw new EntityStateException(
                    new Explanation(
                            RepositoryError.BAD_ENTITY_STATE,
                            owner.mapping().name() + "." + plural.name() + " has an element without a position, in "
                                    + owner.mapping().name() + " with id " + owner.idValue() + ".",
                            "it was inserted by itself and never put into the list, which writes the positions",
                            "put it into the list, or sort the list by an attribute: @OrderBy"),
                    null);
        }
    }

    private @Nullable Object key(CollectionShape shape, Found found, Object element) {
        AttributeMapping column = shape.keyColumn();
        if (column != null) {
            return Loader.value(column, found.link());
        }
        ManagedEntity managed = context.find(element);
        String attribute = shape.key() instanceof KeyAttribute key ? key.attribute() : null;
        if (managed == null || attribute == null) {
            return managed == null ? null : managed.idValue();
        }
        AttributeMapping mapping = managed.mapping().attribute(attribute);
        return mapping == null ? null : mapping.accessor().get(element);
    }

    private List<Found> found(ManagedEntity owner, Plural plural) {
        List<Found> found = new ArrayList<>();
        if (plural instanceof Elements elements) {
            TableDefinition table = transaction.table(elements.table());
            for (Row row : loader.rowsPointingTo(table, elements.owner(), owner.id())) {
                found.add(new Found(row, row, Signatures.of(row, table.columns().size())));
            }
        } else if (plural instanceof LinkedToMany linked) {
            addLinked(owner, linked, found);
        } else {
            addPointing(owner, (ToMany) plural, found);
        }
        String orderBy = plural.shape().orderBy();
        CollectionOrder order = orderBy == null ? null : order(orderBy, plural);
        if (order != null) {
            found.sort(Comparator.comparing(
                    Found::row, order.comparator(transaction.rules().text())));
        }
        return found;
    }

    private void addLinked(ManagedEntity owner, LinkedToMany linked, List<Found> found) {
        TableDefinition table = transaction.table(linked.table());
        TableDefinition target = mappings.get(linked.target()).table();
        for (Row link : loader.rowsPointingTo(table, linked.owner(), owner.id())) {
            Object id = linked.element().of(link);
            Row row = id == null ? null : transaction.view(target).get(id);
            if (row != null) {
                found.add(
                        new Found(row, link, Signatures.of(link, table.columns().size())));
            }
        }
    }

    private void addPointing(ManagedEntity owner, ToMany many, List<Found> found) {
        EntityMapping target = mappings.get(many.target());
        var columns = many instanceof InverseToMany inverse
                ? mappings.owningSide(inverse.target(), inverse.mappedBy()).columns()
                : ((JoinedToMany) many).columns();
        for (Row row : loader.rowsPointingTo(target.table(), columns, owner.id())) {
            found.add(new Found(row, row, Signatures.of(row, many.shape())));
        }
    }

    private @Nullable CollectionOrder order(String orderBy, Plural plural) {
        return plural instanceof Elements elements
                ? CollectionOrder.parse(orderBy, elements.element())
                : CollectionOrder.parse(orderBy, mappings.get(((ToMany) plural).target()));
    }

    /**
     * An element.
     *
     * @param row where its values are
     * @param link where its position or key is
     * @param signature what of it is written by its collection
     */
    private record Found(Row row, Row link, Object signature) {}
}
