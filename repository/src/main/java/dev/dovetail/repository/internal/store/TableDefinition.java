package dev.dovetail.repository.internal.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table, or the part of it that holds the rows of one class in a hierarchy: the parts have the same columns and keys.
 *
 * @param name its name in the database; the same for all parts
 * @param columns by position
 * @param idSlots the positions of the primary key's columns
 * @param uniqueKeys besides the primary key
 * @param foreignKeys to other tables
 * @param checks conditions on each row
 * @param columnTables the tables in which a database keeps the columns, by position
 * @param part the rows that belong to the part; null for the whole table
 */
public record TableDefinition(
        String name,
        List<Column> columns,
        List<Integer> idSlots,
        List<UniqueKey> uniqueKeys,
        List<ForeignKey> foreignKeys,
        List<CheckConstraint> checks,
        List<String> columnTables,
        @Nullable Partition part) {

    /** Keeps copies. */
    public TableDefinition {
        columns = List.copyOf(columns);
        idSlots = List.copyOf(idSlots);
        uniqueKeys = List.copyOf(uniqueKeys);
        foreignKeys = List.copyOf(foreignKeys);
        checks = List.copyOf(checks);
        columnTables = List.copyOf(columnTables);
    }

    /** A whole table without checks. */
    public TableDefinition(
            String name,
            List<Column> columns,
            List<Integer> idSlots,
            List<UniqueKey> uniqueKeys,
            List<ForeignKey> foreignKeys) {
        this(
                name,
                columns,
                idSlots,
                uniqueKeys,
                foreignKeys,
                List.of(),
                Collections.nCopies(columns.size(), name),
                null);
    }

    /** The same with more checks. */
    public TableDefinition with(List<CheckConstraint> newChecks) {
        List<CheckConstraint> all = new ArrayList<>(checks);
        all.addAll(newChecks);
        return new TableDefinition(name, columns, idSlots, uniqueKeys, foreignKeys, all, columnTables, part);
    }

    /** Whether a row belongs to it. */
    boolean contains(Row row) {
        return part == null || part.contains(row);
    }

    /** The table in which a database keeps a column. */
    public String tableOf(Column column) {
        for (int slot = 0; slot < columns.size(); slot++) {
            if (columns.get(slot) == column) {
                return columnTables.get(slot);
            }
        }
        throw new IllegalArgumentException(name + " has no column " + column);
    }

    /** The table in which a database keeps what a constraint is about. */
    public String tableOf(List<Integer> slots, @Nullable Partition rows) {
        return rows == null ? columnTables.get(slots.get(0)) : rows.table();
    }

    /** The names of columns at some positions. */
    public List<String> columnNames(List<Integer> slots) {
        return slots.stream().map(slot -> columns.get(slot).name()).toList();
    }

    /** A foreign key of columns; it must exist. */
    public ForeignKey foreignKey(KeyColumns key) {
        for (ForeignKey foreign : foreignKeys) {
            if (foreign.columns().equals(key)) {
                return foreign;
            }
        }
        throw new IllegalArgumentException(
                "Columns " + columnNames(key.slots()) + " of " + name + " have no foreign key");
    }

    /** The place of the unique key on exactly these columns, which must exist. */
    int uniqueKey(Set<Integer> slots) {
        for (int i = 0; i < uniqueKeys.size(); i++) {
            if (Set.copyOf(uniqueKeys.get(i).slots()).equals(slots)) {
                return i;
            }
        }
        throw new IllegalArgumentException(name + " has no unique key on the columns at " + slots);
    }

    /** The unique key on exactly one column, by its position, or null. */
    @Nullable
    public UniqueKey uniqueKey(int slot) {
        for (UniqueKey key : uniqueKeys) {
            if (key.rows() == null && key.slots().equals(List.of(slot))) {
                return key;
            }
        }
        return null;
    }
}
