package dev.dovetail.migrations.catalog;

import java.util.List;

/**
 * An index. Immutable.
 *
 * @param name its name
 * @param unique whether no two rows may have the same values
 * @param columns its columns in order; those of an expression are not among them
 * @param definition what follows the name of the table, in the engine's words: method, columns with their directions,
 *     condition
 * @param plain whether it is what an entity can ask for: only columns and directions, of the usual method, for all rows
 */
public record Index(String name, boolean unique, List<String> columns, String definition, boolean plain) {

    /** Keeps a copy of the columns. */
    public Index {
        columns = List.copyOf(columns);
    }

    /** Whether it is the same under whatever name. */
    public boolean meansTheSame(Index other) {
        return unique == other.unique && definition.equals(other.definition);
    }

    /** For people. */
    public String title() {
        return (unique ? "unique index " : "index ") + name;
    }
}
