package dev.dovetail.repository.internal.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which kind of collection an attribute holds.
 *
 * @param kind the kind
 * @param orderBy how the loaded elements are ordered, as in {@link jakarta.persistence.OrderBy}; null for any order
 * @param indexSlot the column with the position in the list; null if there is none
 * @param key where the keys of a map are; null if it is none
 * @param sorting how a sorted set or map sorts its elements or keys; null if it does not
 */
public record CollectionShape(
        Kind kind,
        @Nullable String orderBy,
        @Nullable Integer indexSlot,
        @Nullable MapKey key,
        @Nullable Sorting sorting) {

    /** The kinds. */
    public enum Kind {
        /** A list or collection whose order is not kept. */
        BAG,
        /** A list whose order is in a column. */
        LIST,
        /** A set. */
        SET,
        /** A map. */
        MAP
    }

    /** Where the keys of a map are. */
    public sealed interface MapKey {}

    /**
     * In columns of their own, beside the element's id or value.
     *
     * @param mapping a basic or embedded value
     */
    public record KeyColumn(AttributeMapping mapping) implements MapKey {}

    /**
     * In an attribute of the elements.
     *
     * @param attribute its name; null for the id
     */
    public record KeyAttribute(@Nullable String attribute) implements MapKey {}

    /** Whether it is a set. */
    public boolean isSet() {
        return kind == Kind.SET;
    }

    /** Whether it is a map. */
    public boolean isMap() {
        return kind == Kind.MAP;
    }

    /** Whether its rows hold more than the elements, which is written also where the other side owns the relationship. */
    public boolean hasColumns() {
        return indexSlot != null || key instanceof KeyColumn;
    }

    /** The mapping of the key's columns; null if there are none. */
    public @Nullable AttributeMapping keyColumn() {
        return key instanceof KeyColumn column ? column.mapping() : null;
    }

    /** What an application would have put into a new entity, with some elements: for a map its entries. */
    public Object of(List<?> elements) {
        if (kind == Kind.SET) {
            Set<Object> set = sorting == null ? new LinkedHashSet<>() : new TreeSet<>(sorting.comparator());
            set.addAll(elements);
            return set;
        }
        if (kind != Kind.MAP) {
            return new ArrayList<>(elements);
        }
        Map<@Nullable Object, @Nullable Object> map = sorting != null
                ? new TreeMap<>(sorting.comparator())
                : orderBy == null ? new HashMap<>() : new LinkedHashMap<>();
        for (Object element : elements) {
            Map.Entry<?, ?> entry = (Map.Entry<?, ?>) element;
            map.put(entry.getKey(), entry.getValue());
        }
        return map;
    }
}
