package dev.dovetail.repository.internal.mapping;

import jakarta.persistence.Column;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.SecondaryTable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The further tables in which a database keeps attributes of an entity: there are rows in them where not all are null. */
final class SecondaryTableReader {

    private final Class<?> type;
    private final Place place;
    private final MappingFaults faults;
    private final Map<String, SecondaryTable> tables = new TreeMap<>();

    SecondaryTableReader(Class<?> type, Place place, MappingFaults faults) {
        this.type = type;
        this.place = place;
        this.faults = faults;
        for (SecondaryTable table : type.getAnnotationsByType(SecondaryTable.class)) {
            tables.put(SnakeCase.of(table.name()), table);
        }
    }

    /** Where the column of an attribute is. */
    Place place(Accessor accessor, @Nullable Column column, List<JoinColumn> joins) {
        String named = column != null
                ? column.table()
                : joins.isEmpty() ? "" : joins.get(0).table();
        String table = SnakeCase.of(named);
        if (table.isEmpty() || table.equals(place.table())) {
            return place;
        }
        if (!tables.containsKey(table)) {
            faults.add(
                    type,
                    accessor.name(),
                    "there is no secondary table '" + named + "'",
                    "declare it: @SecondaryTable(name = \"" + named + "\")");
        }
        boolean required = column != null ? !column.nullable() : joins.stream().anyMatch(join -> !join.nullable());
        if (required && !accessor.type().isPrimitive()) {
            faults.add(
                    type,
                    accessor.name(),
                    "a column of a secondary table that must not be null is not supported",
                    "make it nullable: where all are null there is no row");
        }
        return place.in(table);
    }

    /** Reads their unique constraints. */
    void unique(UniqueReader reader) {
        tables.forEach((name, table) -> {
            for (jakarta.persistence.UniqueConstraint constraint : table.uniqueConstraints()) {
                reader.read(place.in(name), constraint.name(), constraint.columnNames());
            }
        });
    }

    /** Reads a unique constraint. */
    interface UniqueReader {
        void read(Place place, String name, String[] columns);
    }
}
