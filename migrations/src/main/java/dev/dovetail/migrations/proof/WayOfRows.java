package dev.dovetail.migrations.proof;

import dev.dovetail.migrations.catalog.Column;
import dev.dovetail.migrations.catalog.Constraint;
import dev.dovetail.migrations.catalog.Constraint.Kind;
import dev.dovetail.migrations.catalog.Index;
import dev.dovetail.migrations.catalog.Table;
import dev.dovetail.migrations.diff.Operation.AddColumn;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Knows which columns keep rows from coming through a change, or back: no script could give them values. */
final class WayOfRows {

    private WayOfRows() {}

    /**
     * Why two rows cannot stay, if so.
     *
     * @param names the columns that are there before, by the names that they have afterwards
     */
    static Optional<String> obstacle(Table after, Set<String> names) {
        List<Column> added = after.columns().stream()
                .filter(column -> !names.contains(column.name()))
                .toList();
        return sameInAll(after, added)
                .map(column -> "the new column " + column + " is unique, and its default is the same for all rows")
                .or(() -> referring(after, added)
                        .map(column ->
                                "the default of the new column " + column + " refers to a row that is not there"));
    }

    /**
     * Why they cannot come back, if so.
     *
     * @param renamed gives the name that a column has afterwards
     */
    static Optional<String> obstacleBack(Table before, Table after, UnaryOperator<String> renamed) {
        List<Column> removed = before.columns().stream()
                .filter(column -> after.column(renamed.apply(column.name())).isEmpty())
                .toList();
        Optional<String> withoutValue = removed.stream()
                .filter(column -> new AddColumn(before.name(), column).needsValue())
                .findFirst()
                .map(column -> "the removed column " + column.name() + " needs a value on the way back");
        return withoutValue
                .or(() -> sameInAll(before, removed)
                        .map(column ->
                                "the removed column " + column + " is unique, and has one value on the way back"))
                .or(() -> referring(before, removed)
                        .map(column -> "the removed column " + column
                                + " refers to a row that is not there on the way back, by its default"));
    }

    /** A column in which all rows have the same value, while no two may have. */
    private static Optional<String> sameInAll(Table table, List<Column> added) {
        List<String> filled = filled(added);
        Stream<List<String>> unique = Stream.concat(
                table.constraints().stream()
                        .filter(key -> key.kind() == Kind.UNIQUE || key.kind() == Kind.PRIMARY_KEY)
                        .map(Constraint::columns),
                table.indexes().stream().filter(Index::unique).map(Index::columns));
        return unique.filter(columns -> !columns.isEmpty() && filled.containsAll(columns))
                .findFirst()
                .map(columns -> columns.get(0));
    }

    /** A foreign key that a default fills: no row that a test makes has its value. */
    private static Optional<String> referring(Table table, List<Column> added) {
        List<String> filled = filled(added);
        return table.constraints(Kind.FOREIGN_KEY).stream()
                .map(Constraint::columns)
                .filter(columns -> !columns.isEmpty() && filled.containsAll(columns))
                .findFirst()
                .map(columns -> columns.get(0));
    }

    private static List<String> filled(List<Column> added) {
        return added.stream()
                .filter(column -> column.defaultValue() != null)
                .map(Column::name)
                .toList();
    }
}
