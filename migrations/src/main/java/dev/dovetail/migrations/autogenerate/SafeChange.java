package dev.dovetail.migrations.autogenerate;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.migrations.catalog.Column;
import dev.dovetail.migrations.catalog.Schema;
import dev.dovetail.migrations.catalog.Table;
import dev.dovetail.migrations.ddl.OnlineDdl;
import dev.dovetail.migrations.diff.Operation.ChangeColumn;
import dev.dovetail.migrations.diff.Rename;
import dev.dovetail.migrations.diff.SchemaChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Decides which columns are moved into new ones, and takes a change apart accordingly. */
final class SafeChange {

    private final EngineChange change;
    private final Function<List<Rename>, Schema> renamed;
    private final List<MovedColumn> moved = new ArrayList<>();
    private final List<String> notes;

    private SafeChange(EngineChange change, Function<List<Rename>, Schema> renamed, List<String> notes) {
        this.change = change;
        this.renamed = renamed;
        this.notes = notes;
    }

    /**
     * The revisions of a change.
     *
     * @param renamed gives what is there after some renamings
     * @param notes takes what stays one step, and why
     */
    static List<Phase> phases(EngineChange change, Function<List<Rename>, Schema> renamed, List<String> notes) {
        return new SafeChange(change, renamed, notes).phases();
    }

    private List<Phase> phases() {
        Schema goal = change.goal().schema();
        List<Rename> kept = new ArrayList<>(change.renames());
        kept.removeIf(rename -> rename.kind() == Rename.Kind.COLUMN);
        Schema base = after(kept);
        for (Rename rename : change.renames()) {
            String column = rename.column();
            if (column != null && !move(base, goal, rename.table(), rename.from(), column, column)) {
                kept.add(rename);
            }
        }
        base = after(kept);
        if (change.engine() != Engine.SQLITE && change.engine() != Engine.H2) {
            for (ChangeColumn column : SchemaChange.between(base, goal).all(ChangeColumn.class)) {
                boolean expensive = column.changesType()
                        && !OnlineDdl.changesCatalogOnly(
                                column.before().type(), column.after().type(), change.engine());
                if (expensive) {
                    String name = column.after().name();
                    move(base, goal, column.table(), name, name, name + "_new");
                }
            }
        }
        EngineChange rest = new EngineChange(
                change.engine(),
                change.previous(),
                change.goal(),
                kept,
                SchemaChange.between(base, goal),
                SchemaChange.between(goal, base));
        return SafePlan.of(rest, moved);
    }

    private Schema after(List<Rename> renames) {
        return renames.isEmpty() ? change.previous() : renamed.apply(renames);
    }

    private boolean move(Schema base, Schema goal, String table, String from, String to, String meanwhile) {
        Table old = base.table(table);
        Table now = goal.table(table);
        Optional<Column> before = old == null ? Optional.empty() : old.column(from);
        Optional<Column> after = now == null ? Optional.empty() : now.column(to);
        if (before.isEmpty() || after.isEmpty()) {
            return false;
        }
        MovedColumn column = new MovedColumn(table, before.get(), after.get(), meanwhile);
        Optional<String> obstacle = column.obstacle(base, goal);
        obstacle.ifPresentOrElse(
                why -> notes.add("changed in one step: column " + table + "." + from + ", because " + why),
                () -> moved.add(column));
        return obstacle.isEmpty();
    }
}
