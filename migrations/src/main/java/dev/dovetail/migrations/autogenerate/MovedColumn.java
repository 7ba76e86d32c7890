package dev.dovetail.migrations.autogenerate;

import dev.dovetail.migrations.catalog.Column;
import dev.dovetail.migrations.catalog.Constraint;
import dev.dovetail.migrations.catalog.Constraint.Kind;
import dev.dovetail.migrations.catalog.Schema;
import dev.dovetail.migrations.catalog.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A column whose values go over into a new one, beside which the old one stays for a while.
 *
 * @param table the table, by the name that it has afterwards
 * @param before the column as it was
 * @param after the column as it will be
 * @param meanwhile the name of the new column as long as both are there
 */
record MovedColumn(String table, Column before, Column after, String meanwhile) {

    /** Whether the new column takes the name of the old one in the end. */
    boolean isSwapped() {
        return before.name().equals(after.name());
    }

    /**
     * The new column as long as both are there. Without a default: it would stand in rows that an older version of the
     * application inserts, and nothing would tell that the value of the old column has still to come.
     */
    Column fresh() {
        return withDefault(named(after, meanwhile), null);
    }

    /** The old column as long as both are there: the new version of the application need not write it. */
    Column old() {
        return new Column(
                before.name(),
                before.type(),
                true,
                before.defaultValue(),
                before.identity(),
                before.generated(),
                before.collation(),
                before.comment());
    }

    static Column withDefault(Column column, @Nullable String value) {
        return new Column(
                column.name(),
                column.type(),
                column.nullable(),
                value,
                column.identity(),
                column.generated(),
                column.collation(),
                column.comment());
    }

    static Column named(Column column, String name) {
        return new Column(
                name,
                column.type(),
                column.nullable(),
                column.defaultValue(),
                column.identity(),
                column.generated(),
                column.collation(),
                column.comment());
    }

    /** Why the two cannot stand side by side, if so. */
    Optional<String> obstacle(Schema start, Schema goal) {
        Table old = start.table(table);
        Table now = goal.table(table);
        if (old == null || now == null) {
            return Optional.of("its table is new");
        }
        if (before.identity() != null || before.generated() != null || after.generated() != null) {
            return Optional.of("it is numbered or computed");
        }
        if (old.column(meanwhile).isPresent()
                || (isSwapped() && now.column(meanwhile).isPresent())) {
            return Optional.of("there is a column " + meanwhile + " already");
        }
        List<String> names = new ArrayList<>();
        now.constraints().forEach(constraint -> names.add(String.valueOf(constraint.name())));
        now.indexes().forEach(index -> names.add(index.name()));
        List<String> dependents = dependents(old, before.name());
        if (isSwapped()
                && !(dependents.isEmpty() && dependents(now, after.name()).isEmpty())) {
            return Optional.of("a key, an index or a check is on it");
        }
        boolean special = old.constraints().stream()
                .filter(constraint -> mentions(constraint, before.name()))
                .anyMatch(constraint -> constraint.kind() != Kind.FOREIGN_KEY && constraint.kind() != Kind.UNIQUE);
        if (special) {
            return Optional.of("it is in the primary key or in a check");
        }
        if (dependents.stream().anyMatch(names::contains)) {
            return Optional.of("a key or an index keeps its name");
        }
        boolean referred = start.tables().values().stream()
                .flatMap(other -> other.constraints(Kind.FOREIGN_KEY).stream())
                .anyMatch(key -> table.equals(key.target()) && key.definition().contains(before.name()));
        boolean elsewhere =
                start.others().stream().anyMatch(other -> other.definition().contains(before.name()));
        boolean computed = old.columns().stream()
                .map(Column::generated)
                .anyMatch(
                        generated -> generated != null && generated.expression().contains(before.name()));
        return referred || elsewhere || computed
                ? Optional.of("a foreign key, a view, a trigger or a computed column is on it")
                : Optional.empty();
    }

    static boolean mentions(Constraint constraint, String column) {
        return constraint.columns().contains(column)
                || (constraint.kind() == Kind.CHECK && constraint.definition().contains(column));
    }

    /** The names of what is on a column. */
    private static List<String> dependents(Table table, String column) {
        List<String> names = new ArrayList<>();
        table.constraints().stream()
                .filter(constraint -> mentions(constraint, column))
                .forEach(constraint -> names.add(String.valueOf(constraint.name())));
        table.indexes().stream()
                .filter(index ->
                        index.columns().contains(column) || index.definition().contains(column))
                .forEach(index -> names.add(index.name()));
        return names;
    }
}
