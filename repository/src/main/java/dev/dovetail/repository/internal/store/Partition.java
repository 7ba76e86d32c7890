package dev.dovetail.repository.internal.store;

import java.util.Set;

/**
 * The rows of some classes among those of a hierarchy of entities, all of which stand in one table here.
 *
 * @param table the name of the table in which a database keeps them
 * @param slot the position of the column that names the class of a row
 * @param types the names of the classes
 */
public record Partition(String table, int slot, Set<String> types) {

    /** Keeps a copy. */
    public Partition {
        types = Set.copyOf(types);
    }

    /** Whether a row is among them. */
    public boolean contains(Row row) {
        return row.value(slot) instanceof String type && types.contains(type);
    }
}
