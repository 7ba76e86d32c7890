package dev.dovetail.migrations.autogenerate;

import dev.dovetail.migrations.catalog.Column;
import dev.dovetail.migrations.catalog.Constraint;
import dev.dovetail.migrations.catalog.Index;
import dev.dovetail.migrations.catalog.Schema;
import dev.dovetail.migrations.catalog.Table;
import dev.dovetail.migrations.ddl.Mentions;
import java.util.ArrayList;
import java.util.List;

/** Schemas in which old and new columns stand side by side. */
final class Moves {

    private Moves() {}

    /** The goal, with the old columns beside the new ones, and with what is on them. */
    static Schema both(Schema start, Schema goal, List<MovedColumn> moved) {
        return Columns.each(goal, table -> {
            Table result = table;
            for (MovedColumn move : moved) {
                Table old = start.table(table.name());
                if (move.table().equals(table.name()) && old != null) {
                    result = both(old, result, move, goal);
                }
            }
            return result;
        });
    }

    private static Table both(Table old, Table goal, MovedColumn move, Schema schema) {
        List<Column> columns = new ArrayList<>();
        for (Column column : goal.columns()) {
            if (!column.name().equals(move.after().name())) {
                columns.add(column);
            }
        }
        columns.add(move.old());
        columns.add(move.fresh());
        if (move.isSwapped()) {
            return Columns.with(goal, columns);
        }
        List<String> gone = new ArrayList<>(old.columnNames());
        columns.forEach(column -> gone.remove(column.name()));
        List<Constraint> constraints = new ArrayList<>(goal.constraints());
        old.constraints().stream()
                .filter(constraint ->
                        MovedColumn.mentions(constraint, move.before().name()))
                .filter(constraint -> !constraints.contains(constraint))
                // What is also on a column that goes at once goes with it.
                .filter(constraint -> gone.stream().noneMatch(column -> MovedColumn.mentions(constraint, column)))
                // A table that goes takes its references along.
                .filter(constraint -> constraint.target() == null || schema.table(constraint.target()) != null)
                .forEach(constraints::add);
        List<Index> indexes = new ArrayList<>(goal.indexes());
        old.indexes().stream()
                .filter(index -> index.columns().contains(move.before().name()) && !indexes.contains(index))
                .filter(index -> gone.stream().noneMatch(column -> Mentions.in(index.definition(), column)))
                .forEach(indexes::add);
        return Columns.with(goal, columns).with(constraints, indexes);
    }

    /** What is there when new columns have taken the names of the old ones. */
    static Schema swapped(Schema both, List<MovedColumn> moved) {
        Schema result = both;
        for (MovedColumn move : moved) {
            if (move.isSwapped()) {
                result = Columns.each(
                        withoutOld(result, move),
                        table -> table.name().equals(move.table())
                                ? Columns.with(
                                        table,
                                        table.columns().stream()
                                                .map(column -> column.name().equals(move.meanwhile())
                                                        ? MovedColumn.named(
                                                                column,
                                                                move.after().name())
                                                        : column)
                                                .toList())
                                : table);
            }
        }
        return result;
    }

    /** What is there when the old column has gone. */
    static Schema withoutOld(Schema both, MovedColumn move) {
        return Columns.each(
                both,
                table -> table.name().equals(move.table())
                        ? Columns.with(
                                table,
                                table.columns().stream()
                                        .filter(column -> !column.name()
                                                .equals(move.before().name()))
                                        .toList())
                        : table);
    }

    /** Likewise, but the old columns have no default: one that is added again must not fill the rows. */
    static Schema withoutOldDefaults(Schema both, List<MovedColumn> moved) {
        return Columns.each(
                both,
                table -> Columns.with(
                        table,
                        table.columns().stream()
                                .map(column -> moved.stream()
                                                .anyMatch(move -> move.table().equals(table.name())
                                                        && move.before().name().equals(column.name()))
                                        ? MovedColumn.withDefault(column, null)
                                        : column)
                                .toList()));
    }
}
