package dev.dovetail.repository.internal.work;

import dev.dovetail.repository.StaleEntityException;
import dev.dovetail.repository.internal.mapping.AttributeMapping;
import dev.dovetail.repository.internal.mapping.AttributeMapping.JoinedToMany;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Plural;
import dev.dovetail.repository.internal.mapping.AttributeMapping.ToMany;
import dev.dovetail.repository.internal.mapping.EntityMapping;
import dev.dovetail.repository.internal.mapping.Mappings;
import dev.dovetail.repository.internal.store.Row;
import dev.dovetail.repository.internal.store.StoreTransaction;
import dev.dovetail.repository.internal.work.CollectionContents.Entry;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes what stands of a collection in the rows of its elements: whose they are, at which position or key. */
final class ElementRows {

    private final Mappings mappings;
    private final StoreTransaction transaction;
    private final PersistenceContext context;
    private final Loader loader;
    private final RowBuilder rows;
    private final CollectionContents contents;

    ElementRows(
            Mappings mappings,
            StoreTransaction transaction,
            PersistenceContext context,
            Loader loader,
            RowBuilder rows,
            CollectionContents contents) {
        this.mappings = mappings;
        this.transaction = transaction;
        this.context = context;
        this.loader = loader;
        this.rows = rows;
        this.contents = contents;
    }

    /** The rows of new elements, with what the collections of their owners say of them. */
    Map<ManagedEntity, Consumer<@Nullable Object[]>> ofNew(
            Iterable<ManagedEntity> owners, Set<ManagedEntity> inserted) {
        Map<ManagedEntity, Consumer<@Nullable Object[]>> additions = new IdentityHashMap<>();
        for (ManagedEntity owner : owners) {
            for (Plural plural : owner.mapping().plurals()) {
                if (plural instanceof JoinedToMany joined
                        && !Contents.isUnloaded(joined.accessor().get(owner.instance()))) {
                    for (Entry entry : contents.entries(owner, joined)) {
                        ManagedEntity element = context.find(entry.element());
                        if (element != null && inserted.contains(element)) {
                            additions.put(element, values -> fill(owner, joined, entry, values));
                        }
                    }
                }
            }
        }
        return additions;
    }

    /** Lets go of the rows whose elements are not in the collection any more. */
    void release(ManagedEntity owner, ToMany many) {
        if (many instanceof JoinedToMany joined && joined.nullable()) {
            release(owner, joined, ids(owner, joined));
        }
    }

    /** The keys of the rows of all elements. */
    Set<Object> ids(ManagedEntity owner, JoinedToMany joined) {
        Set<Object> ids = new HashSet<>();
        contents.entries(owner, joined).forEach(entry -> ids.add(rows.key(owner, joined, entry.element())));
        return ids;
    }

    /** Lets go of all rows of a collection whose owner is deleted. */
    void releaseAll(ManagedEntity owner, JoinedToMany joined) {
        if (joined.nullable()) {
            release(owner, joined, Set.of());
        }
    }

    private void release(ManagedEntity owner, JoinedToMany joined, Set<Object> kept) {
        EntityMapping target = mappings.get(joined.target());
        Set<Object> known = owner.merged(joined);
        for (Row row : loader.rowsPointingTo(target.table(), joined.columns(), owner.id())) {
            if (!kept.contains(row.id()) && (known == null || known.contains(row.id()))) {
                change(target, row.id(), values -> {
                    joined.columns().clear(values);
                    clearPlace(joined, values);
                });
            }
        }
    }

    private static void clearPlace(JoinedToMany joined, @Nullable Object[] values) {
        if (joined.shape().indexSlot() != null) {
            values[joined.shape().indexSlot()] = null;
        }
        if (joined.shape().keyColumn() instanceof AttributeMapping.Basic key) {
            values[key.slot()] = null;
        }
    }

    /** Writes into the rows of the elements whose they are. */
    void claim(ManagedEntity owner, ToMany many) {
        if (many instanceof JoinedToMany || many.shape().hasColumns()) {
            EntityMapping target = mappings.get(many.target());
            for (Entry entry : contents.entries(owner, many)) {
                @Nullable
                Object id = many.inverse() ? rows.keyOf(entry.element()) : rows.key(owner, many, entry.element());
                // Where the other side refers, an element without a row has no position to be written.
                if (id != null) {
                    change(target, id, values -> fill(owner, many, entry, values));
                }
            }
        }
    }

    private static void fill(ManagedEntity owner, ToMany many, Entry entry, @Nullable Object[] values) {
        if (many instanceof JoinedToMany joined) {
            joined.columns().put(values, owner.id());
        }
        CollectionContents.place(many.shape(), entry, values);
    }

    private void change(EntityMapping target, Object id, Consumer<@Nullable Object[]> change) {
        ManagedEntity managed = context.find(new EntityKey(target, id));
        if (managed != null && managed.isRemoved()) {
            return;
        }
        Row old = managed == null ? transaction.find(target.table(), id) : managed.row();
        if (old == null) {
            return;
        }
        Row row = changed(old, change);
        if (row.hasSameValues(old)) {
            return;
        }
        EntityMapping mapping = target.of(old);
        if (!transaction.update(mapping.table(), old, row)) {
            throw StaleEntityException.of(mapping.name(), mapping.id().id(id), null, null);
        }
        if (managed != null) {
            managed.written(row, changed(Objects.requireNonNull(managed.known(), "known"), change));
        }
    }

    private static Row changed(Row row, Consumer<@Nullable Object[]> change) {
        @Nullable Object[] values = row.copyOfValues();
        change.accept(values);
        return new Row(row.id(), values);
    }
}
