package dev.dovetail.repository.internal.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table.
 *
 * @param name its name in the database
 * @param columns by position
 * @param idSlots the positions of the primary key's columns
 * @param uniqueKeys besides the primary key
 * @param foreignKeys to other tables
 * @param checks conditions on each row
 */
public record TableDefinition(
        String name,
        List<Column> columns,
        List<Integer> idSlots,
        List<UniqueKey> uniqueKeys,
        List<ForeignKey> foreignKeys,
        List<CheckConstraint> checks) {

    /** Keeps copies. */
    public TableDefinition {
        columns = List.copyOf(columns);
        idSlots = List.copyOf(idSlots);
        uniqueKeys = List.copyOf(uniqueKeys);
        foreignKeys = List.copyOf(foreignKeys);
        checks = List.copyOf(checks);
    }

    /** A table without checks. */
    public TableDefinition(
            String name,
            List<Column> columns,
            List<Integer> idSlots,
            List<UniqueKey> uniqueKeys,
            List<ForeignKey> foreignKeys) {
        this(name, columns, idSlots, uniqueKeys, foreignKeys, List.of());
    }

    /** The same with checks. */
    public TableDefinition with(List<CheckConstraint> newChecks) {
        return new TableDefinition(name, columns, idSlots, uniqueKeys, foreignKeys, newChecks);
    }

    /** The names of columns at some positions. */
    List<String> columnNames(List<Integer> slots) {
        return slots.stream().map(slot -> columns.get(slot).name()).toList();
    }

    /** The foreign key of a column, by its position; it must exist. */
    public ForeignKey foreignKey(int slot) {
        for (ForeignKey key : foreignKeys) {
            if (key.slot() == slot) {
                return key;
            }
        }
        throw new IllegalArgumentException(
                "Column " + columns.get(slot).name() + " of " + name + " has no foreign key");
    }

    /** The unique key on exactly one column, by its position, or null. */
    @Nullable
    public UniqueKey uniqueKey(int slot) {
        for (UniqueKey key : uniqueKeys) {
            if (key.slots().equals(List.of(slot))) {
                return key;
            }
        }
        return null;
    }
}
