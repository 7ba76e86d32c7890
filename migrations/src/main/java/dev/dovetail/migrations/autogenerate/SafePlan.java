package dev.dovetail.migrations.autogenerate;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.migrations.catalog.Column;
import dev.dovetail.migrations.catalog.Constraint.Kind;
import dev.dovetail.migrations.catalog.Schema;
import dev.dovetail.migrations.catalog.Table;
import dev.dovetail.migrations.ddl.Ddl;
import dev.dovetail.migrations.ddl.OnlineDdl;
import dev.dovetail.migrations.diff.Operation.AddColumn;
import dev.dovetail.migrations.diff.Operation.AddConstraint;
import dev.dovetail.migrations.diff.Operation.AddIndex;
import dev.dovetail.migrations.diff.Operation.ChangeColumn;
import dev.dovetail.migrations.diff.Rename;
import dev.dovetail.migrations.diff.SchemaChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The same change in several revisions, none of which stops a running application for long: what is new comes first and
 * lets the old be, then rows are filled and looked at, and what is old goes last.
 *
 * <p>On PostgreSQL, indexes and keys of tables that are there are built concurrently, foreign keys, checks and NOT NULL are
 * added NOT VALID and validated later. A renamed column, and one of another type on a server, is a new one beside the old.
 */
final class SafePlan {

    private final EngineChange change;
    private final List<MovedColumn> moved;
    private final Ddl ddl;
    private final OnlineDdl online;
    private final boolean postgresql;
    private final Schema start;
    private final Schema goal;
    private final List<AddIndex> indexes = new ArrayList<>();
    private final List<AddConstraint> uniques = new ArrayList<>();
    private final List<AddConstraint> checked = new ArrayList<>();
    private final List<AddColumn> notNull = new ArrayList<>();

    private SafePlan(EngineChange change, List<MovedColumn> moved) {
        this.change = change;
        this.moved = moved;
        this.ddl = Ddl.of(change.engine());
        this.online = OnlineDdl.of(change.engine());
        this.postgresql = change.engine() == Engine.POSTGRESQL;
        this.start = change.up().before();
        this.goal = change.up().after();
    }

    /**
     * The revisions, in order.
     *
     * @param change without the renamings of moved columns
     */
    static List<Phase> of(EngineChange change, List<MovedColumn> moved) {
        return new SafePlan(change, moved).phases();
    }

    private List<Phase> phases() {
        Schema both = Moves.both(start, goal, moved);
        SchemaChange whole = SchemaChange.between(start, both);
        choose(whole, both);
        Schema later = Columns.nullable(both, notNull);
        Schema first = Columns.without(later, indexes, uniques, checked);
        List<Phase> phases = new ArrayList<>();
        phases.add(expand(first));
        indexes.forEach(
                add -> phases.add(index(add.index().name(), online.createConcurrently(add.table(), add.index()))));
        uniques.forEach(add -> phases.add(index(
                String.valueOf(add.constraint().name()), online.createConcurrently(add.table(), add.constraint()))));
        phases.add(constraints());
        phases.add(fill(whole));
        phases.add(validate());
        phases.add(contract(postgresql ? both : later));
        phases.removeIf(Phase::isEmpty);
        return phases;
    }

    private void choose(SchemaChange whole, Schema both) {
        if (!postgresql) {
            moved.stream()
                    .filter(column -> !column.after().nullable())
                    .forEach(column -> notNull.add(new AddColumn(column.table(), column.fresh())));
            return;
        }
        whole.addedIndexes().stream().filter(add -> isOld(add.table())).forEach(indexes::add);
        for (AddConstraint add : whole.addedConstraints()) {
            Kind kind = add.constraint().kind();
            if (!isOld(add.table()) || add.constraint().name() == null) {
                continue;
            }
            if (OnlineDdl.canUseIndex(add.constraint()) && !isReferredToByNew(add.table())) {
                uniques.add(add);
            } else if (kind == Kind.FOREIGN_KEY || kind == Kind.CHECK) {
                checked.add(add);
            }
        }
        whole.all(ChangeColumn.class).stream()
                .filter(column -> column.before().nullable()
                        && !column.after().nullable()
                        && column.after().identity() == null
                        && !column.changesGeneration()
                        && !isKey(both, column.table(), column.after()))
                .forEach(column -> notNull.add(new AddColumn(column.table(), column.after())));
        whole.all(AddColumn.class).stream()
                .filter(add -> add.needsValue() && isOld(add.table()) && !isKey(both, add.table(), add.column()))
                .forEach(notNull::add);
    }

    private boolean isOld(String table) {
        return start.table(table) != null;
    }

    /** A new table with a key on it needs the other key at once. */
    private boolean isReferredToByNew(String table) {
        return goal.tables().values().stream()
                .filter(other -> !isOld(other.name()))
                .flatMap(other -> other.constraints(Kind.FOREIGN_KEY).stream())
                .anyMatch(key -> table.equals(key.target()));
    }

    private static boolean isKey(Schema schema, String table, Column column) {
        Table found = schema.table(table);
        return found != null
                && found.constraints(Kind.PRIMARY_KEY).stream()
                        .anyMatch(key -> key.columns().contains(column.name()));
    }

    private Phase expand(Schema first) {
        List<Rename> renames = change.renames();
        List<String> remarks = new ArrayList<>(timeout());
        moved.forEach(column -> remarks.add("before the next revision, release a version that writes both "
                + column.table() + "." + column.before().name() + " and " + column.meanwhile()));
        return new Phase(
                "what is new",
                true,
                remarks,
                Stream.concat(
                                renames.stream().map(ddl::rename),
                                ddl.statements(SchemaChange.between(start, first)).stream())
                        .toList(),
                Stream.concat(
                                ddl.statements(SchemaChange.between(first, start)).stream(),
                                EngineChange.reversed(renames).stream().map(ddl::rename))
                        .toList());
    }

    private Phase index(String name, String create) {
        return new Phase(
                "index " + name,
                false,
                List.of("if it fails, the index stays and is not used: dovetail doctor tells what to do"),
                List.of(create),
                List.of(online.dropConcurrently(name)));
    }

    private Phase constraints() {
        List<String> up = new ArrayList<>();
        List<String> down = new ArrayList<>();
        uniques.forEach(add -> {
            up.add(online.addUsingIndex(add.table(), add.constraint()));
            down.add(0, online.drop(add.table(), String.valueOf(add.constraint().name())));
        });
        checked.forEach(add -> {
            up.add(online.addNotValid(add.table(), add.constraint()));
            down.add(0, online.drop(add.table(), String.valueOf(add.constraint().name())));
        });
        if (postgresql) {
            notNull.forEach(add -> {
                up.add(online.addNotNullCheck(add.table(), add.column().name(), helper(add)));
                down.add(0, online.drop(add.table(), helper(add)));
            });
        }
        List<String> remarks = new ArrayList<>(timeout());
        notNull.stream()
                .filter(add -> postgresql && add.needsValue() && isNew(add))
                .forEach(add -> remarks.add("before the next revision, fill " + add.table() + "."
                        + add.column().name() + " in the rows that are there: it is refused otherwise"));
        return new Phase("rules for rows from now on", true, remarks, up, down);
    }

    /** Whether nothing fills the column but the application. */
    private boolean isNew(AddColumn add) {
        Table before = start.table(add.table());
        return before != null
                && before.column(add.column().name()).isEmpty()
                && moved.stream()
                        .noneMatch(column -> column.table().equals(add.table())
                                && column.meanwhile().equals(add.column().name()));
    }

    private static String helper(AddColumn add) {
        String name = "nn_" + add.table() + "_" + add.column().name();
        return name.length() <= 50 ? name : "nn_" + Integer.toHexString(name.hashCode());
    }

    private Phase fill(SchemaChange whole) {
        Map<String, Map<String, String>> values = new LinkedHashMap<>();
        List<String> remarks = new ArrayList<>();
        for (MovedColumn column : moved) {
            values.computeIfAbsent(column.table(), table -> new LinkedHashMap<>())
                    .put(column.meanwhile(), online.valueOf(column.before(), column.after()));
        }
        for (ChangeColumn column : whole.all(ChangeColumn.class)) {
            String value = column.after().defaultValue();
            if (value != null && isLater(column.table(), column.after().name())) {
                values.computeIfAbsent(column.table(), table -> new LinkedHashMap<>())
                        .put(column.after().name(), value);
            }
        }
        List<String> up = new ArrayList<>();
        values.forEach((table, columns) -> up.add(online.fill(table, columns)));
        if (!up.isEmpty()) {
            remarks.add(
                    "on a large table, fill in batches before this runs (dovetail backfill); then it finds no rows");
        }
        return new Phase("values for rows that are there", true, remarks, up, List.of());
    }

    private boolean isLater(String table, String column) {
        return notNull.stream()
                .anyMatch(
                        add -> add.table().equals(table) && add.column().name().equals(column));
    }

    private Phase validate() {
        List<String> up = new ArrayList<>();
        List<String> down = new ArrayList<>();
        if (postgresql) {
            checked.forEach(add -> up.add(
                    online.validate(add.table(), String.valueOf(add.constraint().name()))));
            notNull.forEach(add -> up.add(online.validate(add.table(), helper(add))));
            notNull.forEach(add -> {
                up.add(online.setNotNull(add.table(), add.column().name()));
                up.add(online.drop(add.table(), helper(add)));
                down.add(0, online.dropNotNull(add.table(), add.column().name()));
            });
        }
        return new Phase("rules for all rows", true, timeout(), up, down);
    }

    private Phase contract(Schema both) {
        List<String> up = new ArrayList<>();
        List<String> down = new ArrayList<>();
        Schema swapped = Moves.swapped(both, moved);
        for (MovedColumn column : moved) {
            if (column.isSwapped()) {
                up.add(online.dropColumn(column.table(), column.before().name()));
                up.add(ddl.rename(Rename.ofColumn(
                        column.table(), column.meanwhile(), column.after().name())));
            }
        }
        up.addAll(ddl.statements(SchemaChange.between(swapped, goal)));
        Schema bare = Moves.withoutOldDefaults(both, moved);
        down.addAll(ddl.statements(SchemaChange.between(goal, Moves.swapped(bare, moved))));
        for (MovedColumn column : moved) {
            if (column.isSwapped()) {
                down.add(ddl.rename(
                        Rename.ofColumn(column.table(), column.after().name(), column.meanwhile())));
                down.addAll(ddl.statements(SchemaChange.between(Moves.withoutOld(bare, column), bare)));
            }
            down.add(online.fill(
                    column.table(),
                    column.before().name(),
                    online.valueOf(MovedColumn.named(column.after(), column.meanwhile()), column.before())));
        }
        down.addAll(ddl.statements(SchemaChange.between(bare, both)));
        List<String> remarks = new ArrayList<>(timeout());
        moved.forEach(column -> remarks.add("before this one, release a version that no longer reads or writes the old "
                + column.table() + "." + column.before().name()));
        return new Phase("what is old goes", true, remarks, up, down);
    }

    private List<String> timeout() {
        return postgresql ? List.of("lock-timeout: 5 s") : List.of();
    }
}
