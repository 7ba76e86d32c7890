package dev.dovetail.migrations.ddl;

import dev.dovetail.migrations.catalog.OtherObject;
import dev.dovetail.migrations.catalog.Table;
import dev.dovetail.migrations.diff.Operation;
import dev.dovetail.migrations.diff.Rename;
import dev.dovetail.migrations.diff.SchemaChange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * SQLite alters a table itself where it can, and elsewhere gets a new one that takes the rows of the old. Scripts run with
 * foreign keys off, so that dropping the old table touches no other.
 */
final class SqliteDdl implements Ddl {

    @Override
    public String rename(Rename rename) {
        String column = rename.column();
        return column == null
                ? "alter table " + SqliteTable.quote(rename.from()) + " rename to " + SqliteTable.quote(rename.table())
                : "alter table " + SqliteTable.quote(rename.table()) + " rename column "
                        + SqliteTable.quote(rename.from()) + " to " + SqliteTable.quote(column);
    }

    @Override
    public List<String> statements(SchemaChange change) {
        List<SqliteTableChange> tables = new ArrayList<>();
        for (Table table : change.after().tables().values()) {
            Table before = change.before().table(table.name());
            if (before != null) {
                SqliteTableChange one = new SqliteTableChange(before, table, change);
                if (!one.isEmpty()) {
                    tables.add(one);
                }
            }
        }
        List<OtherObject> inTheWay = inTheWay(change, tables);
        List<String> sql = new ArrayList<>();
        List<OtherObject> down = new ArrayList<>(inTheWay);
        Collections.reverse(down);
        down.forEach(other -> sql.add("drop " + other.kind() + " " + SqliteTable.quote(other.name())));
        change.all(Operation.DropTable.class)
                .forEach(drop ->
                        sql.add("drop table " + SqliteTable.quote(drop.table().name())));
        change.all(Operation.AddTable.class).forEach(add -> {
            sql.add(SqliteTable.create(add.table(), add.table().name()));
            add.table()
                    .indexes()
                    .forEach(index -> sql.add(SqliteTable.create(add.table().name(), index)));
        });
        tables.forEach(table -> sql.addAll(table.statements()));
        inTheWay.forEach(other -> sql.add(other.definition()));
        return sql;
    }

    /**
     * Views and triggers that speak of a table while it is not there, or of a view that is in the way itself, triggers
     * behind views. Views come in the order of their dependence.
     */
    private static List<OtherObject> inTheWay(SchemaChange change, List<SqliteTableChange> tables) {
        List<String> names = new ArrayList<>();
        tables.stream().filter(SqliteTableChange::disturbsOthers).forEach(table -> names.add(table.name()));
        List<OtherObject> found = new ArrayList<>();
        for (int at = 0; at < names.size(); at++) {
            for (OtherObject other : change.before().others()) {
                boolean dependsOn = !other.kind().equals("virtual table")
                        && Mentions.in(
                                other.definition()
                                        .substring(other.definition().indexOf(other.name())
                                                + other.name().length()),
                                names.get(at));
                if (dependsOn) {
                    found.remove(other);
                    found.add(other);
                    if (other.kind().equals("view") && !names.contains(other.name())) {
                        names.add(other.name());
                    }
                }
            }
        }
        List<OtherObject> ordered = new ArrayList<>();
        found.stream().filter(other -> other.kind().equals("view")).forEach(ordered::add);
        found.stream().filter(other -> !other.kind().equals("view")).forEach(ordered::add);
        return ordered;
    }
}
