package dev.dovetail.migrations.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table. Immutable.
 *
 * @param name its name
 * @param columns in the order in which they stand
 * @param constraints its keys, uniques, checks and foreign keys, by kind and name
 * @param indexes by name, without those that belong to a constraint
 * @param comment what is said about it, or null
 * @param options what stands behind its columns ({@code strict}, {@code without rowid}), or empty
 */
public record Table(
        String name,
        List<Column> columns,
        List<Constraint> constraints,
        List<Index> indexes,
        @Nullable String comment,
        String options) {

    /** Keeps copies, constraints and indexes in order. */
    public Table {
        columns = List.copyOf(columns);
        constraints = constraints.stream().sorted(Constraint.ORDER).toList();
        indexes = indexes.stream().sorted(Comparator.comparing(Index::name)).toList();
    }

    /** The column with this name. */
    public Optional<Column> column(String columnName) {
        return columns.stream()
                .filter(column -> column.name().equals(columnName))
                .findFirst();
    }

    /** The names of the columns, in order. */
    public List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }

    /** The constraints of a kind. */
    public List<Constraint> constraints(Constraint.Kind kind) {
        return constraints.stream()
                .filter(constraint -> constraint.kind() == kind)
                .toList();
    }

    /** The same with other constraints and indexes. */
    public Table with(List<Constraint> otherConstraints, List<Index> otherIndexes) {
        return new Table(name, columns, otherConstraints, otherIndexes, comment, options);
    }

    /** The same with columns in the order of their names. */
    public Table withoutColumnOrder() {
        return new Table(
                name,
                columns.stream().sorted(Comparator.comparing(Column::name)).toList(),
                constraints,
                indexes,
                comment,
                options);
    }
}
