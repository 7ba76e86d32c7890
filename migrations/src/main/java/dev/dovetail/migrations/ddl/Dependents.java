package dev.dovetail.migrations.ddl;

import dev.dovetail.migrations.catalog.Constraint;
import dev.dovetail.migrations.catalog.Constraint.Kind;
import dev.dovetail.migrations.catalog.Index;
import dev.dovetail.migrations.catalog.Sequence;
import dev.dovetail.migrations.catalog.Table;
import dev.dovetail.migrations.diff.Operation.AddConstraint;
import dev.dovetail.migrations.diff.Operation.AddIndex;
import dev.dovetail.migrations.diff.Operation.DropColumn;
import dev.dovetail.migrations.diff.Operation.DropConstraint;
import dev.dovetail.migrations.diff.Operation.DropIndex;
import dev.dovetail.migrations.diff.Operation.DropTable;
import dev.dovetail.migrations.diff.Operation.RenameConstraint;
import dev.dovetail.migrations.diff.Operation.RenameIndex;
import dev.dovetail.migrations.diff.SchemaChange;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Constraints and indexes that go and come, with those that only make room for something else.
 *
 * @param dropped constraints that go
 * @param added constraints that come
 * @param droppedIndexes indexes that go
 * @param addedIndexes indexes that come
 * @param renames those that do not keep what they rename
 */
record Dependents(
        List<DropConstraint> dropped,
        List<AddConstraint> added,
        List<DropIndex> droppedIndexes,
        List<AddIndex> addedIndexes,
        Set<Object> renames) {

    static Dependents of(SchemaChange change, Touched touched) {
        Dependents all = new Dependents(
                change.droppedConstraints(),
                change.addedConstraints(),
                change.droppedIndexes(),
                change.addedIndexes(),
                new HashSet<>());
        all.affected(change, touched);
        all.keysOnDroppedKeys(change);
        all.keysBetweenDroppedTables(change);
        return all;
    }

    boolean isRemade(RenameConstraint rename) {
        return renames.contains(rename);
    }

    boolean isRemade(RenameIndex rename) {
        return renames.contains(rename);
    }

    private void affected(SchemaChange change, Touched touched) {
        for (Table table : change.after().tables().values()) {
            Table before = change.before().table(table.name());
            if (before == null) {
                continue;
            }
            for (Constraint constraint : table.constraints()) {
                if (before.constraints().contains(constraint) && touched.affects(table.name(), constraint)) {
                    remake(table.name(), constraint);
                }
            }
            for (Index index : table.indexes()) {
                if (before.indexes().contains(index) && touched.affects(table.name(), index)) {
                    droppedIndexes.add(new DropIndex(table.name(), index));
                    addedIndexes.add(new AddIndex(table.name(), index));
                }
            }
        }
        for (RenameConstraint rename : change.all(RenameConstraint.class)) {
            if (rename.before().name() == null
                    || rename.after().name() == null
                    || touched.affects(rename.table(), rename.after())) {
                renames.add(rename);
                dropped.add(new DropConstraint(rename.table(), rename.before()));
                added.add(new AddConstraint(rename.table(), rename.after()));
            }
        }
        for (RenameIndex rename : change.all(RenameIndex.class)) {
            if (touched.affects(rename.table(), rename.after())) {
                renames.add(rename);
                droppedIndexes.add(new DropIndex(rename.table(), rename.before()));
                addedIndexes.add(new AddIndex(rename.table(), rename.after()));
            }
        }
    }

    private void remake(String table, Constraint constraint) {
        DropConstraint drop = new DropConstraint(table, constraint);
        if (!dropped.contains(drop)) {
            dropped.add(drop);
            added.add(new AddConstraint(table, constraint));
        }
    }

    /** A key that foreign keys refer to cannot go before them. */
    private void keysOnDroppedKeys(SchemaChange change) {
        Set<String> tables = new HashSet<>();
        dropped.stream()
                .filter(drop -> drop.constraint().kind() == Kind.PRIMARY_KEY
                        || drop.constraint().kind() == Kind.UNIQUE)
                .forEach(drop -> tables.add(drop.table()));
        droppedIndexes.stream().filter(drop -> drop.index().unique()).forEach(drop -> tables.add(drop.table()));
        if (tables.isEmpty()) {
            return;
        }
        for (Table table : change.after().tables().values()) {
            Table before = change.before().table(table.name());
            for (Constraint key : table.constraints(Kind.FOREIGN_KEY)) {
                if (before != null && before.constraints().contains(key) && tables.contains(key.target())) {
                    remake(table.name(), key);
                }
            }
        }
        for (RenameConstraint rename : change.all(RenameConstraint.class)) {
            if (rename.after().kind() == Kind.FOREIGN_KEY
                    && tables.contains(rename.after().target())
                    && renames.add(rename)) {
                dropped.add(new DropConstraint(rename.table(), rename.before()));
                added.add(new AddConstraint(rename.table(), rename.after()));
            }
        }
    }

    /** Tables that go may refer to each other in a circle. */
    private void keysBetweenDroppedTables(SchemaChange change) {
        List<DropTable> tables = change.all(DropTable.class);
        for (DropTable table : tables) {
            for (Constraint key : table.table().constraints(Kind.FOREIGN_KEY)) {
                boolean toAnother = tables.stream()
                        .anyMatch(other ->
                                !other.equals(table) && other.table().name().equals(key.target()));
                if (toAnother) {
                    dropped.add(new DropConstraint(table.table().name(), key));
                }
            }
        }
    }

    /** Whether a sequence is dropped by the engine, together with the column that it belongs to. */
    static boolean goesWithItsColumn(Sequence sequence, SchemaChange change) {
        String owner = sequence.owner();
        if (owner == null) {
            return false;
        }
        Stream<String> columns = Stream.concat(
                change.all(DropTable.class).stream()
                        .flatMap(drop -> drop.table().columnNames().stream()
                                .map(column -> drop.table().name() + "." + column)),
                change.all(DropColumn.class).stream()
                        .map(drop -> drop.table() + "." + drop.column().name()));
        return columns.anyMatch(owner.replace("\"", "")::equals);
    }
}
