package dev.dovetail.repository.internal.work;

import dev.dovetail.repository.internal.mapping.AttributeMapping;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Elements;
import dev.dovetail.repository.internal.mapping.AttributeMapping.LinkedToMany;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Plural;
import dev.dovetail.repository.internal.mapping.CollectionShape;
import dev.dovetail.repository.internal.store.Row;
import dev.dovetail.repository.internal.store.StoreTransaction;
import dev.dovetail.repository.internal.store.Values;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the loaded collections of entities would write now. */
final class CollectionContents {

    private final StoreTransaction transaction;
    private final RowBuilder rows;

    CollectionContents(StoreTransaction transaction, RowBuilder rows) {
        this.transaction = transaction;
        this.rows = rows;
    }

    /** All that would be written, in a form that can be compared; what cannot be written differs from everything. */
    List<?> signatures(ManagedEntity owner, Plural plural) {
        List<Object> signatures = new ArrayList<>();
        for (Entry entry : entries(owner, plural)) {
            if (plural instanceof LinkedToMany linked) {
                @Nullable Object key = rows.keyOf(entry.element());
                signatures.add(key == null ? entry : signature(values(owner, linked, entry, key)));
                continue;
            }
            if (plural instanceof Elements elements) {
                signatures.add(signature(values(owner, elements, entry)));
                continue;
            }
            List<@Nullable Object> signature = new ArrayList<>();
            signature.add(rows.keyOf(entry.element()));
            if (plural.shape().indexSlot() != null) {
                signature.add(entry.index());
            }
            if (plural.shape().keyColumn() instanceof AttributeMapping.Basic basic) {
                Object key = basic.toColumn(entry.key());
                signature.add(key == null ? null : Values.key(key));
            }
            signatures.add(signature);
        }
        return signatures;
    }

    private static Object signature(@Nullable Object[] values) {
        return Signatures.of(new Row("", values), values.length);
    }

    /** The values of the rows that belong to a collection alone. */
    List<@Nullable Object[]> rows(ManagedEntity owner, Plural plural) {
        List<@Nullable Object[]> all = new ArrayList<>();
        for (Entry entry : entries(owner, plural)) {
            all.add(
                    plural instanceof Elements elements
                            ? values(owner, elements, entry)
                            : values(owner, (LinkedToMany) plural, entry, rows.key(owner, plural, entry.element())));
        }
        return all;
    }

    private @Nullable Object[] values(ManagedEntity owner, Elements elements, Entry entry) {
        @Nullable
        Object[] values = new @Nullable
                Object[transaction.table(elements.table()).columns().size()];
        elements.owner().put(values, owner.id());
        RowBuilder.fill(elements.element(), entry.element(), values);
        place(elements.shape(), entry, values);
        return kept(elements.table(), values);
    }

    private @Nullable Object[] values(ManagedEntity owner, LinkedToMany linked, Entry entry, Object key) {
        @Nullable
        Object[] values =
                new @Nullable Object[transaction.table(linked.table()).columns().size()];
        linked.owner().put(values, owner.id());
        linked.element().put(values, key);
        place(linked.shape(), entry, values);
        return kept(linked.table(), values);
    }

    private @Nullable Object[] kept(String table, @Nullable Object[] values) {
        return transaction.kept(transaction.table(table), new Row("", values)).copyOfValues();
    }

    /** Writes the position or key of an element into the values of the row where it stands. */
    static void place(CollectionShape shape, Entry entry, @Nullable Object[] values) {
        if (shape.indexSlot() != null) {
            values[shape.indexSlot()] = entry.index();
        }
        AttributeMapping key = shape.keyColumn();
        if (key != null) {
            RowBuilder.fill(key, entry.key(), values);
        }
    }

    /** The elements with their positions or keys; null is not written. */
    List<Entry> entries(ManagedEntity owner, Plural plural) {
        Object value = plural.accessor().get(owner.instance());
        List<Entry> entries = new ArrayList<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, element) -> add(key, entries.size(), element, entries));
        } else if (value instanceof Collection<?> collection) {
            int index = 0;
            for (Object element : collection) {
                add(null, index++, element, entries);
            }
        }
        return entries;
    }

    private static void add(@Nullable Object key, int index, @Nullable Object element, List<Entry> entries) {
        if (element != null) {
            entries.add(new Entry(index, key, Contents.resolved(element)));
        }
    }

    /**
     * An element of a collection.
     *
     * @param index its position
     * @param key its key in a map
     */
    record Entry(int index, @Nullable Object key, Object element) {}
}
