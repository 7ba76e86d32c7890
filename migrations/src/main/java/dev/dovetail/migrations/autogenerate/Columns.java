package dev.dovetail.migrations.autogenerate;

import dev.dovetail.migrations.catalog.Column;
import dev.dovetail.migrations.catalog.Schema;
import dev.dovetail.migrations.catalog.Table;
import dev.dovetail.migrations.diff.Operation.AddColumn;
import dev.dovetail.migrations.diff.Operation.AddConstraint;
import dev.dovetail.migrations.diff.Operation.AddIndex;
import java.util.List;
import java.util.function.UnaryOperator;

/** Schemas as others, but for some columns, constraints and indexes. */
final class Columns {

    private Columns() {}

    static Schema each(Schema schema, UnaryOperator<Table> change) {
        return Schema.of(
                schema.tables().values().stream().map(change).toList(),
                schema.sequences().values(),
                schema.enums().values(),
                schema.others());
    }

    static Table with(Table table, List<Column> columns) {
        return new Table(table.name(), columns, table.constraints(), table.indexes(), table.comment(), table.options());
    }

    /** These columns take null. */
    static Schema nullable(Schema schema, List<AddColumn> those) {
        return each(
                schema,
                table -> with(
                        table,
                        table.columns().stream()
                                .map(column -> those.stream()
                                                .anyMatch(add -> add.table().equals(table.name())
                                                        && add.column().name().equals(column.name()))
                                        ? nullable(column)
                                        : column)
                                .toList()));
    }

    private static Column nullable(Column column) {
        return new Column(
                column.name(),
                column.type(),
                true,
                column.defaultValue(),
                column.identity(),
                column.generated(),
                column.collation(),
                column.comment());
    }

    /** These indexes and constraints are not there. */
    static Schema without(
            Schema schema, List<AddIndex> indexes, List<AddConstraint> uniques, List<AddConstraint> checked) {
        return each(
                schema,
                table -> table.with(
                        table.constraints().stream()
                                .filter(constraint -> !uniques.contains(new AddConstraint(table.name(), constraint))
                                        && !checked.contains(new AddConstraint(table.name(), constraint)))
                                .toList(),
                        table.indexes().stream()
                                .filter(index -> !indexes.contains(new AddIndex(table.name(), index)))
                                .toList()));
    }
}
