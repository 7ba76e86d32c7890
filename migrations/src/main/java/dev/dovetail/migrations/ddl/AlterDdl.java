package dev.dovetail.migrations.ddl;

import dev.dovetail.migrations.catalog.Column;
import dev.dovetail.migrations.catalog.Constraint;
import dev.dovetail.migrations.catalog.Constraint.Kind;
import dev.dovetail.migrations.catalog.Table;
import dev.dovetail.migrations.diff.Operation;
import dev.dovetail.migrations.diff.Operation.AddColumn;
import dev.dovetail.migrations.diff.Operation.AddConstraint;
import dev.dovetail.migrations.diff.Operation.AddTable;
import dev.dovetail.migrations.diff.Operation.ChangeColumn;
import dev.dovetail.migrations.diff.Operation.DropColumn;
import dev.dovetail.migrations.diff.Operation.DropConstraint;
import dev.dovetail.migrations.diff.Operation.DropIndex;
import dev.dovetail.migrations.diff.Operation.DropTable;
import dev.dovetail.migrations.diff.Rename;
import dev.dovetail.migrations.diff.SchemaChange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * For engines that can alter tables. What others depend on goes last and comes first: foreign keys, then indexes and other
 * constraints, then tables and columns; and up again in the opposite order.
 */
record AlterDdl(Dialect dialect) implements Ddl {

    @Override
    public String rename(Rename rename) {
        return switch (rename.kind()) {
            case TABLE -> dialect.renameTable(rename.from(), rename.table());
            case SEQUENCE ->
                "alter sequence " + dialect.quote(rename.from()) + " rename to " + dialect.quote(rename.table());
            case COLUMN -> dialect.renameColumn(rename.table(), rename.from(), String.valueOf(rename.column()));
        };
    }

    @Override
    public List<String> statements(SchemaChange change) {
        Touched touched = new Touched(change, dialect);
        Dependents dependents = Dependents.of(change, touched);
        List<String> sql = new ArrayList<>();
        takeDown(change, dependents, sql);
        dropColumns(change, touched, sql);
        types(change, sql);
        change.all(ChangeColumn.class).stream()
                .filter(column ->
                        !touched.isRecreated(column.table(), column.after().name()))
                .forEach(column -> sql.addAll(dialect.change(column)));
        change.all(AddTable.class).forEach(table -> create(table.table(), sql));
        addColumns(change, touched, sql);
        renames(change, dependents, sql);
        build(change, dependents, sql);
        finish(change, sql);
        return sql;
    }

    private void takeDown(SchemaChange change, Dependents dependents, List<String> sql) {
        List<DropConstraint> constraints = dependents.dropped();
        constraints.stream()
                .filter(drop -> drop.constraint().kind() == Kind.FOREIGN_KEY)
                .forEach(drop -> sql.add(dialect.drop(drop.table(), drop.constraint())));
        List<DropIndex> indexes = dependents.droppedIndexes();
        indexes.forEach(drop -> sql.add(dialect.drop(drop.table(), drop.index())));
        constraints.stream()
                .filter(drop -> drop.constraint().kind() != Kind.FOREIGN_KEY)
                .forEach(drop -> sql.add(dialect.drop(drop.table(), drop.constraint())));
        change.all(DropTable.class)
                .forEach(drop ->
                        sql.add("drop table " + dialect.quote(drop.table().name())));
    }

    private void dropColumns(SchemaChange change, Touched touched, List<String> sql) {
        // A computed column goes before those that it is computed from.
        List<DropColumn> drops = new ArrayList<>(change.all(DropColumn.class));
        for (Table table : change.after().tables().values()) {
            for (String column :
                    touched.recreated(table.name()).stream().sorted().toList()) {
                sql.add(dialect.alter(table.name()) + "drop column " + dialect.quote(column));
            }
        }
        drops.sort((a, b) ->
                Boolean.compare(a.column().generated() == null, b.column().generated() == null));
        drops.forEach(drop -> sql.add(dialect.alter(drop.table())
                + "drop column "
                + dialect.quote(drop.column().name())));
    }

    private void types(SchemaChange change, List<String> sql) {
        change.all(Operation.AddEnum.class).forEach(add -> sql.addAll(dialect.create(add.type())));
        change.all(Operation.ChangeEnum.class)
                .forEach(type -> sql.addAll(dialect.change(type.before(), type.after(), change)));
        change.all(Operation.AddSequence.class).forEach(add -> sql.add(dialect.create(add.sequence())));
        change.all(Operation.ChangeSequence.class)
                .forEach(sequence -> sql.addAll(dialect.change(sequence.before(), sequence.after())));
    }

    private void create(Table table, List<String> sql) {
        List<String> parts = new ArrayList<>();
        table.columns().forEach(column -> parts.add(dialect.definition(column)));
        table.constraints().stream()
                .filter(constraint -> constraint.kind() != Kind.FOREIGN_KEY)
                .forEach(constraint -> parts.add(dialect.clause(constraint)));
        sql.add("create table " + dialect.quote(table.name())
                + parts.stream().collect(Collectors.joining(",\n    ", " (\n    ", "\n)")));
        sql.addAll(dialect.comments(table));
    }

    private void addColumns(SchemaChange change, Touched touched, List<String> sql) {
        for (AddColumn add : change.all(AddColumn.class)) {
            if (add.column().generated() == null) {
                add(add.table(), add.column(), sql);
            }
        }
        for (AddColumn add : change.all(AddColumn.class)) {
            if (add.column().generated() != null) {
                add(add.table(), add.column(), sql);
            }
        }
        for (Table table : change.after().tables().values()) {
            Collection<String> recreated = touched.recreated(table.name());
            table.columns().stream()
                    .filter(column -> recreated.contains(column.name()))
                    .forEach(column -> add(table.name(), column, sql));
        }
    }

    private void add(String table, Column column, List<String> sql) {
        sql.add(dialect.alter(table) + "add column " + dialect.definition(column));
        sql.addAll(dialect.comment(table, column));
    }

    private void renames(SchemaChange change, Dependents dependents, List<String> sql) {
        change.all(Operation.RenameConstraint.class).stream()
                .filter(rename -> !dependents.isRemade(rename))
                .forEach(rename -> sql.addAll(dialect.rename(rename.table(), rename.before(), rename.after())));
        change.all(Operation.RenameIndex.class).stream()
                .filter(rename -> !dependents.isRemade(rename))
                .forEach(rename -> sql.add(dialect.rename(rename.table(), rename.before(), rename.after())));
    }

    private void build(SchemaChange change, Dependents dependents, List<String> sql) {
        List<AddConstraint> constraints = dependents.added();
        constraints.stream()
                .filter(add -> add.constraint().kind() != Kind.FOREIGN_KEY)
                .forEach(add -> add(add.table(), add.constraint(), sql));
        dependents.addedIndexes().forEach(add -> sql.add(dialect.create(add.table(), add.index())));
        for (AddTable table : change.all(AddTable.class)) {
            table.table()
                    .indexes()
                    .forEach(index -> sql.add(dialect.create(table.table().name(), index)));
        }
        constraints.stream()
                .filter(add -> add.constraint().kind() == Kind.FOREIGN_KEY)
                .forEach(add -> add(add.table(), add.constraint(), sql));
        for (AddTable table : change.all(AddTable.class)) {
            table.table()
                    .constraints(Kind.FOREIGN_KEY)
                    .forEach(key -> add(table.table().name(), key, sql));
        }
    }

    private void add(String table, Constraint constraint, List<String> sql) {
        sql.add(dialect.alter(table) + "add " + dialect.clause(constraint));
    }

    private void finish(SchemaChange change, List<String> sql) {
        change.all(Operation.AddSequence.class).forEach(add -> sql.addAll(dialect.own(add.sequence())));
        change.all(Operation.ChangeTable.class).forEach(table -> sql.addAll(dialect.change(table)));
        change.all(Operation.DropSequence.class).stream()
                .filter(drop -> !Dependents.goesWithItsColumn(drop.sequence(), change))
                .forEach(drop ->
                        sql.add("drop sequence " + dialect.quote(drop.sequence().name())));
        change.all(Operation.DropEnum.class)
                .forEach(
                        drop -> sql.add("drop type " + dialect.quote(drop.type().name())));
    }
}
