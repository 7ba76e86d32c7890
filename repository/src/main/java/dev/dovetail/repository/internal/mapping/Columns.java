package dev.dovetail.repository.internal.mapping;

import dev.dovetail.core.error.ConstraintNames;
import dev.dovetail.repository.internal.store.Column;
import dev.dovetail.repository.internal.store.ForeignKey;
import dev.dovetail.repository.internal.store.ForeignKey.OnDelete;
import dev.dovetail.repository.internal.store.KeyColumns;
import dev.dovetail.repository.internal.store.Partition;
import dev.dovetail.repository.internal.store.TableDefinition;
import dev.dovetail.repository.internal.store.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects the columns and constraints of one table while what is kept in it is read. All classes of a hierarchy of
 * entities share one.
 */
final class Columns {

    private final String name;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Unique> uniques = new ArrayList<>();
    private final List<Foreign> foreigns = new ArrayList<>();
    private final List<Integer> hidden = new ArrayList<>();

    /** With the name of the table in the store. */
    Columns(String name) {
        this.name = name;
    }

    /**
     * A column that an attribute writes; returns its position.
     *
     * @param table the table in which a database keeps it
     * @param owner the class whose rows have it
     * @param everywhere whether it must not be null in the rows of other classes either
     * @return -1 if another attribute writes it already
     */
    int add(Column column, String table, Class<?> owner, boolean everywhere) {
        int slot = slot(column.name(), table);
        if (slot < 0) {
            entries.add(new Entry(column, table, owner, true, everywhere));
            return entries.size() - 1;
        }
        if (entries.get(slot).defined()) {
            return -1;
        }
        entries.set(slot, new Entry(column, table, owner, true, everywhere));
        return slot;
    }

    /** The position of a column that another attribute writes, which may be read only later. */
    int readOnly(String column, String table, Class<?> owner) {
        int slot = slot(column, table);
        if (slot < 0) {
            entries.add(new Entry(new Column(column, true, Integer.MAX_VALUE), table, owner, false, false));
            return entries.size() - 1;
        }
        return slot;
    }

    /** A column that a collection of another entity writes. */
    void hide(int slot) {
        hidden.add(slot);
    }

    List<Integer> hidden() {
        return List.copyOf(hidden);
    }

    /**
     * A unique key.
     *
     * @param inherited whether tables of classes that inherit from the owner have it, too: not if it is one of the table
     */
    void unique(@Nullable String constraint, List<Integer> slots, Class<?> owner, boolean inherited) {
        uniques.add(new Unique(constraint, slots, owner, inherited));
    }

    void foreign(
            @Nullable String constraint,
            KeyColumns columns,
            String target,
            boolean enforced,
            OnDelete onDelete,
            Class<?> owner) {
        foreigns.add(new Foreign(constraint, columns, target, enforced, onDelete, owner));
    }

    /** The position of a column, or -1. */
    int slot(String column, String table) {
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (entry.column().name().equals(column) && entry.table().equals(table)) {
                return i;
            }
        }
        return -1;
    }

    /** The columns that are read and never written, by their names. */
    List<String> undefined() {
        return entries.stream()
                .filter(entry -> !entry.defined())
                .map(entry -> entry.column().name())
                .toList();
    }

    /** The table of something that is no hierarchy. */
    TableDefinition table(List<Integer> idSlots) {
        return new TableDefinition(
                name,
                entries.stream().map(Entry::column).toList(),
                idSlots,
                uniques.stream()
                        .map(unique -> key(unique, tableOf(unique.slots()), null))
                        .toList(),
                foreigns.stream().map(foreign -> key(foreign, null)).toList(),
                List.of(),
                entries.stream().map(Entry::table).toList(),
                null);
    }

    /**
     * The part of the table that holds one class of a hierarchy.
     *
     * @param copies where a database keeps each class in a table of its own, with the inherited columns: those tables;
     *     else none
     * @param part the rows of the class and of those that inherit from it; null for all
     */
    TableDefinition part(Class<?> type, List<Integer> idSlots, List<Copy> copies, @Nullable Partition part) {
        List<UniqueKey> uniqueKeys = new ArrayList<>();
        for (Unique unique : uniques) {
            if (copies.isEmpty()) {
                uniqueKeys.add(key(unique, tableOf(unique.slots()), null));
            }
            copies.stream()
                    .filter(copy -> unique.inherited()
                            ? unique.owner().isAssignableFrom(copy.type())
                            : unique.owner() == copy.type())
                    .forEach(copy -> uniqueKeys.add(key(unique, copy.rows().table(), copy.rows())));
        }
        List<ForeignKey> foreignKeys = new ArrayList<>();
        for (Foreign foreign : foreigns) {
            if (copies.isEmpty()) {
                foreignKeys.add(key(foreign, null));
            }
            copies.stream()
                    .filter(copy -> foreign.owner().isAssignableFrom(copy.type()))
                    .forEach(copy -> foreignKeys.add(key(foreign, copy.rows())));
        }
        return new TableDefinition(
                name,
                entries.stream().map(entry -> entry.in(type)).toList(),
                idSlots,
                uniqueKeys,
                foreignKeys,
                List.of(),
                entries.stream()
                        .map(entry -> copies.isEmpty()
                                        || part == null
                                        || !entry.owner().isAssignableFrom(type)
                                ? entry.table()
                                : part.table())
                        .toList(),
                part);
    }

    private String tableOf(List<Integer> slots) {
        return entries.get(slots.get(0)).table();
    }

    private UniqueKey key(Unique unique, String table, @Nullable Partition rows) {
        String constraint = unique.constraint() != null
                ? unique.constraint()
                : ConstraintNames.unique(table, names(unique.slots()));
        return new UniqueKey(constraint, new KeyColumns(unique.slots()), rows);
    }

    private ForeignKey key(Foreign foreign, @Nullable Partition rows) {
        List<Integer> slots = foreign.columns().slots();
        String table = rows == null ? tableOf(slots) : rows.table();
        String constraint =
                foreign.constraint() != null ? foreign.constraint() : ConstraintNames.foreignKey(table, names(slots));
        return new ForeignKey(
                constraint, foreign.columns(), foreign.target(), foreign.enforced(), rows, foreign.onDelete());
    }

    private List<String> names(List<Integer> slots) {
        return slots.stream().map(slot -> entries.get(slot).column().name()).toList();
    }

    /**
     * A table of its own for one class of a hierarchy.
     *
     * @param rows its rows
     */
    record Copy(Class<?> type, Partition rows) {}

    private record Entry(Column column, String table, Class<?> owner, boolean defined, boolean everywhere) {

        /** In the rows of another class it is null, or refused. */
        Column in(Class<?> type) {
            return everywhere || owner.isAssignableFrom(type)
                    ? column
                    : new Column(column.name(), true, Integer.MAX_VALUE, 0, 0, column.secret());
        }
    }

    private record Unique(@Nullable String constraint, List<Integer> slots, Class<?> owner, boolean inherited) {}

    private record Foreign(
            @Nullable String constraint,
            KeyColumns columns,
            String target,
            boolean enforced,
            OnDelete onDelete,
            Class<?> owner) {}
}
