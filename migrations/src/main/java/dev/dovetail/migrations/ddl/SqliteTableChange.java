package dev.dovetail.migrations.ddl;

import dev.dovetail.migrations.catalog.Column;
import dev.dovetail.migrations.catalog.Constraint;
import dev.dovetail.migrations.catalog.Constraint.Kind;
import dev.dovetail.migrations.catalog.Index;
import dev.dovetail.migrations.catalog.Table;
import dev.dovetail.migrations.diff.Operation;
import dev.dovetail.migrations.diff.Operation.AddColumn;
import dev.dovetail.migrations.diff.Operation.DropColumn;
import dev.dovetail.migrations.diff.SchemaChange;
import java.util.ArrayList;
import java.util.List;

/** What becomes of one table of SQLite: single steps where it knows them, otherwise a new table. */
final class SqliteTableChange {

    private final Table before;
    private final Table after;
    private final SchemaChange change;
    private final List<AddColumn> added;
    private final List<DropColumn> dropped;
    private final List<Constraint> newConstraints;
    private final boolean rebuild;

    SqliteTableChange(Table before, Table after, SchemaChange change) {
        this.before = before;
        this.after = after;
        this.change = change;
        this.added = change.all(AddColumn.class).stream()
                .filter(add -> add.table().equals(after.name()))
                .toList();
        this.dropped = change.all(DropColumn.class).stream()
                .filter(drop -> drop.table().equals(after.name()))
                .toList();
        this.newConstraints = change.addedConstraints().stream()
                .filter(add -> add.table().equals(after.name()))
                .map(Operation.AddConstraint::constraint)
                .toList();
        this.rebuild = needsNewTable();
    }

    String name() {
        return after.name();
    }

    boolean isEmpty() {
        return !rebuild
                && added.isEmpty()
                && dropped.isEmpty()
                && before.indexes().equals(after.indexes());
    }

    /** Whether views and triggers must not look while it happens. */
    boolean disturbsOthers() {
        return rebuild || !dropped.isEmpty();
    }

    private boolean needsNewTable() {
        boolean otherConstraints = !before.constraints().stream().allMatch(after.constraints()::contains)
                || !newConstraints.stream().allMatch(this::goesWithNewColumn)
                || !change.all(Operation.RenameConstraint.class).stream()
                        .allMatch(rename -> !rename.table().equals(after.name()));
        boolean otherColumns = change.all(Operation.ChangeColumn.class).stream()
                .anyMatch(column -> column.table().equals(after.name()));
        return otherConstraints
                || otherColumns
                || !before.options().equals(after.options())
                || !added.stream().allMatch(SqliteTableChange::canBeAdded)
                || !dropped.stream().allMatch(this::canBeDropped);
    }

    /** A foreign key or a check of one column can stand beside it. */
    private boolean goesWithNewColumn(Constraint constraint) {
        return added.stream().anyMatch(add -> belongsTo(constraint, add.column()));
    }

    private boolean belongsTo(Constraint constraint, Column column) {
        return switch (constraint.kind()) {
            case FOREIGN_KEY -> constraint.columns().equals(List.of(column.name()));
            case CHECK ->
                Mentions.in(constraint.definition(), column.name())
                        && after.columns().stream()
                                .allMatch(other ->
                                        other.equals(column) || !Mentions.in(constraint.definition(), other.name()));
            case PRIMARY_KEY, UNIQUE, EXCLUSION -> false;
        };
    }

    private static boolean canBeAdded(AddColumn add) {
        Column column = add.column();
        String value = column.defaultValue();
        boolean constant = value == null || value.matches("-?[0-9.]+|'[^']*'|null|true|false");
        boolean filled = column.nullable() || (value != null && !value.equals("null"));
        Column.Generated generated = column.generated();
        return column.identity() == null
                && constant
                && (generated == null ? filled : column.nullable() && !generated.stored());
    }

    private boolean canBeDropped(DropColumn drop) {
        String name = drop.column().name();
        return before.constraints().stream()
                        .noneMatch(constraint ->
                                constraint.columns().contains(name) || Mentions.in(constraint.definition(), name))
                && before.columns().stream()
                        .map(Column::generated)
                        .noneMatch(generated -> generated != null && Mentions.in(generated.expression(), name));
    }

    List<String> statements() {
        List<String> sql = new ArrayList<>();
        if (rebuild) {
            newTable(sql);
            after.indexes().forEach(index -> sql.add(SqliteTable.create(name(), index)));
            return sql;
        }
        for (Index index : before.indexes()) {
            if (!after.indexes().contains(index)) {
                sql.add("drop index " + SqliteTable.quote(index.name()));
            }
        }
        dropped.forEach(drop -> sql.add("alter table " + SqliteTable.quote(name()) + " drop column "
                + SqliteTable.quote(drop.column().name())));
        for (AddColumn add : added) {
            StringBuilder text = new StringBuilder(SqliteTable.definition(add.column()));
            newConstraints.stream()
                    .filter(constraint -> belongsTo(constraint, add.column()))
                    .forEach(constraint -> text.append(' ').append(beside(constraint)));
            sql.add("alter table " + SqliteTable.quote(name()) + " add column " + text);
        }
        for (Index index : after.indexes()) {
            if (!before.indexes().contains(index)) {
                sql.add(SqliteTable.create(name(), index));
            }
        }
        return sql;
    }

    private static String beside(Constraint constraint) {
        String clause = SqliteTable.clause(constraint);
        return constraint.kind() == Kind.FOREIGN_KEY
                ? clause.replaceFirst("foreign key \\(\"(?:[^\"]|\"\")*\"\\) ", "")
                : clause;
    }

    private void newTable(List<String> sql) {
        String scratch = "dovetail_new_" + name();
        List<String> targets = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (Column column : after.columns()) {
            Column old = before.column(column.name()).orElse(null);
            if (old != null && column.generated() == null) {
                String quoted = SqliteTable.quote(column.name());
                boolean fill = old.nullable() && !column.nullable() && column.defaultValue() != null;
                targets.add(quoted);
                values.add(fill ? "coalesce(" + quoted + ", " + column.defaultValue() + ")" : quoted);
            }
        }
        sql.add(SqliteTable.create(after, scratch));
        if (!targets.isEmpty()) {
            sql.add("insert into " + SqliteTable.quote(scratch) + " (" + String.join(", ", targets) + ") select "
                    + String.join(", ", values) + " from " + SqliteTable.quote(name()));
        }
        if (isNumbered(before) && isNumbered(after)) {
            // A number that was given once is not given again, also if its row is gone.
            sql.add("delete from sqlite_sequence where name = '" + scratch.replace("'", "''") + "'");
            sql.add("insert into sqlite_sequence (name, seq) select '" + scratch.replace("'", "''")
                    + "', seq from sqlite_sequence where name = '" + name().replace("'", "''") + "'");
        }
        sql.add("drop table " + SqliteTable.quote(name()));
        sql.add("alter table " + SqliteTable.quote(scratch) + " rename to " + SqliteTable.quote(name()));
    }

    private static boolean isNumbered(Table table) {
        return table.columns().stream().anyMatch(column -> column.identity() != null);
    }
}
