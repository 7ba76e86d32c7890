package dev.dovetail.migrations.diagram;

import dev.dovetail.migrations.catalog.Column;
import dev.dovetail.migrations.catalog.Constraint;
import dev.dovetail.migrations.catalog.Constraint.Kind;
import dev.dovetail.migrations.catalog.Index;
import dev.dovetail.migrations.catalog.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Which columns are keys. */
final class Keys {

    private Keys() {}

    /** PK, FK and UK, as far as they are true of a column. */
    static List<String> of(Table table, Column column) {
        List<String> keys = new ArrayList<>();
        if (isIn(table, Kind.PRIMARY_KEY, column)) {
            keys.add("PK");
        }
        if (isIn(table, Kind.FOREIGN_KEY, column)) {
            keys.add("FK");
        }
        if (isUnique(table, List.of(column.name()))
                && table.constraints(Kind.PRIMARY_KEY).stream()
                        .noneMatch(key -> key.columns().equals(List.of(column.name())))) {
            keys.add("UK");
        }
        return keys;
    }

    private static boolean isIn(Table table, Kind kind, Column column) {
        return table.constraints(kind).stream().anyMatch(key -> key.columns().contains(column.name()));
    }

    /** Whether at most one row has the same values in these columns. */
    static boolean isUnique(Table table, List<String> columns) {
        HashSet<String> wanted = new HashSet<>(columns);
        return table.constraints().stream()
                        .filter(key -> key.kind() == Kind.PRIMARY_KEY || key.kind() == Kind.UNIQUE)
                        .anyMatch(key -> wanted.equals(new HashSet<>(key.columns())))
                || table.indexes().stream()
                        .filter(index -> index.unique() && index.plain())
                        .map(Index::columns)
                        .anyMatch(list -> wanted.equals(new HashSet<>(list)));
    }

    /** Whether a row may refer to nothing. */
    static boolean isOptional(Table table, Constraint key) {
        return key.columns().stream()
                .anyMatch(name -> table.column(name).map(Column::nullable).orElse(false));
    }
}
