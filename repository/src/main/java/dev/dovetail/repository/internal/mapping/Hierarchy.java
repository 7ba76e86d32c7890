package dev.dovetail.repository.internal.mapping;

import dev.dovetail.repository.internal.store.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Entities that inherit from each other; mostly a single one. Their rows stand in one table of the store. */
public final class Hierarchy {

    private final Class<?> root;
    private final @Nullable Integer typeSlot;
    private final List<Integer> hidden;
    private final Map<String, EntityMapping> byName = new HashMap<>();

    /**
     * With a topmost class.
     *
     * @param typeSlot the column that names the class of a row; null if there is a single class
     * @param hidden the columns that collections of other entities write
     */
    Hierarchy(Class<?> root, @Nullable Integer typeSlot, List<Integer> hidden) {
        this.root = root;
        this.typeSlot = typeSlot;
        this.hidden = hidden;
    }

    /** Whether there is a single class. */
    public boolean isSingle() {
        return typeSlot == null;
    }

    void add(EntityMapping mapping) {
        byName.put(mapping.name(), mapping);
    }

    /** The topmost class. */
    public Class<?> root() {
        return root;
    }

    EntityMapping of(Row row, EntityMapping byDefault) {
        return typeSlot != null && row.value(typeSlot) instanceof String name
                ? byName.getOrDefault(name, byDefault)
                : byDefault;
    }

    /** Writes the class of a row into its values. */
    public void put(@Nullable Object[] values, EntityMapping mapping) {
        if (typeSlot != null) {
            values[typeSlot] = mapping.name();
        }
    }

    /** The columns that no attribute writes, but collections of other entities. */
    public List<Integer> hidden() {
        return hidden;
    }
}
