package dev.dovetail.migrations.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A table that is being read. */
final class TableDraft {

    final String name;
    final List<Column> columns = new ArrayList<>();
    final List<Constraint> constraints = new ArrayList<>();
    final List<Index> indexes = new ArrayList<>();

    @Nullable
    String comment;

    String options = "";

    TableDraft(String name) {
        this.name = name;
    }

    void changeColumn(String column, UnaryOperator<Column> change) {
        columns.replaceAll(known -> known.name().equals(column) ? change.apply(known) : known);
    }

    Table table() {
        return new Table(name, columns, constraints, indexes, comment, options);
    }
}
