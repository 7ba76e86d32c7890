package dev.dovetail.repository.internal.mapping;

import dev.dovetail.core.error.ConstraintNames;
import dev.dovetail.repository.internal.store.Column;
import dev.dovetail.repository.internal.store.ForeignKey;
import dev.dovetail.repository.internal.store.TableDefinition;
import dev.dovetail.repository.internal.store.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the columns and constraints of one table while its entity is read. */
final class Columns {

    private final List<Column> columns = new ArrayList<>();
    private final List<UniqueKey> uniqueKeys = new ArrayList<>();
    private final List<ForeignKey> foreignKeys = new ArrayList<>();

    /** Adds a column and returns its position. */
    int add(Column column) {
        columns.add(column);
        return columns.size() - 1;
    }

    void unique(@Nullable String name, List<Integer> slots) {
        uniqueKeys.add(new UniqueKey(name, slots));
    }

    void foreign(@Nullable String name, int slot, String target) {
        foreignKeys.add(new ForeignKey(name, slot, target));
    }

    /** The position of a column, or -1. */
    int slot(String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** The table; constraints without a name get that of the convention. */
    TableDefinition table(String name, List<Integer> idSlots) {
        List<UniqueKey> uniques = uniqueKeys.stream()
                .map(key -> key.name() != null
                        ? key
                        : new UniqueKey(ConstraintNames.unique(name, names(key.slots())), key.slots()))
                .toList();
        List<ForeignKey> foreigns = foreignKeys.stream()
                .map(key -> key.name() != null
                        ? key
                        : new ForeignKey(
                                ConstraintNames.foreignKey(name, names(List.of(key.slot()))), key.slot(), key.target()))
                .toList();
        return new TableDefinition(name, columns, idSlots, uniques, foreigns);
    }

    private List<String> names(List<Integer> slots) {
        return slots.stream().map(slot -> columns.get(slot).name()).toList();
    }
}
