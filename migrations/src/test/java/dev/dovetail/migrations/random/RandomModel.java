package dev.dovetail.migrations.random;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.migrations.diff.Rename;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A model that grows and changes by random edits, and can be written as statements of an engine. */
final class RandomModel {

    private static final List<String> TYPES = List.of(
            "integer",
            "bigint",
            "smallint",
            "varchar(20)",
            "varchar(50)",
            "varchar(200)",
            "text",
            "boolean",
            "date",
            "timestamp",
            "decimal(10,2)",
            "decimal(12,4)",
            "double precision");

    private static final List<List<String>> VALUES_FOLLOW = List.of(
            List.of("integer", "bigint", "smallint", "decimal(10,2)", "decimal(12,4)", "double precision"),
            List.of("varchar(20)", "varchar(50)", "varchar(200)", "text"));

    private final Random random;
    private final Engine engine;
    private final TreeMap<String, Table> tables = new TreeMap<>();
    private final List<String> edits = new ArrayList<>();
    private int numbers;
    private boolean keepsValues;

    RandomModel(long seed, Engine engine) {
        this.random = new Random(seed);
        this.engine = engine;
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            addTable();
        }
        for (int i = 0; i < 6; i++) {
            edit();
        }
        edits.clear();
        mark();
    }

    /** What was done since the beginning. */
    List<String> edits() {
        return edits;
    }

    /** Changes of types keep to those that the values of rows can follow. */
    RandomModel keepingValues() {
        keepsValues = true;
        return this;
    }

    /** From here on renamings count. */
    void mark() {
        for (Table table : tables.values()) {
            table.origin = table.name;
            table.columns.forEach(column -> column.origin = column.name);
        }
    }

    /** What has another name than at the mark. */
    List<Rename> renames() {
        List<Rename> renames = new ArrayList<>();
        for (Table table : tables.values()) {
            String origin = table.origin;
            if (origin != null && !origin.equals(table.name)) {
                renames.add(Rename.ofTable(origin, table.name));
                if (engine == Engine.POSTGRESQL && table.keyed == 1) {
                    renames.add(Rename.ofSequence(origin + "_id_seq", table.name + "_id_seq"));
                }
            }
        }
        for (Table table : tables.values()) {
            for (Column column : table.columns) {
                String origin = column.origin;
                if (table.origin != null && origin != null && !origin.equals(column.name)) {
                    renames.add(Rename.ofColumn(table.name, origin, column.name));
                }
            }
        }
        return renames;
    }

    /** The same as somebody would write it behind --rename. */
    List<String> requests() {
        List<String> requests = new ArrayList<>();
        for (Rename rename : renames()) {
            switch (rename.kind()) {
                case TABLE -> requests.add(rename.from() + "=" + rename.table());
                case COLUMN ->
                    requests.add(tables.get(rename.table()).origin + "." + rename.from() + "=" + rename.column());
                case SEQUENCE -> {
                    // It goes with its table.
                }
            }
        }
        return requests;
    }

    void edit() {
        Table table = any(tables.values());
        switch (random.nextInt(20)) {
            case 0 -> addTable();
            case 1 -> dropTable();
            case 2, 3 -> addColumn(table);
            case 4 -> dropColumn(table);
            case 5 -> change(table, column -> column.type = otherType(column.type), "type");
            case 6 -> change(table, column -> column.notNull = !column.notNull, "nullability");
            case 7 -> change(table, column -> column.withDefault = !column.withDefault, "default");
            case 8 -> addConstraint(table, "unique");
            case 9 -> addConstraint(table, "index");
            case 10 -> addConstraint(table, "unique index");
            case 11 -> addConstraint(table, "partial index");
            case 12 -> addCheck(table);
            case 13, 14 -> addForeignKey(table);
            case 15 -> addGenerated(table);
            case 16 -> renameTable(table);
            case 17, 18 -> renameColumn(table);
            default -> dropConstraint(table);
        }
    }

    private <T> T any(Iterable<T> things) {
        List<T> list = new ArrayList<>();
        things.forEach(list::add);
        return list.get(random.nextInt(list.size()));
    }

    private void note(String edit) {
        edits.add(edit);
    }

    private String otherType(String type) {
        if (!keepsValues) {
            return any(TYPES);
        }
        return VALUES_FOLLOW.stream()
                .filter(family -> family.contains(type))
                .findFirst()
                .map(this::any)
                .orElse(type);
    }

    private void renameTable(Table table) {
        String name = "t" + numbers++;
        note("rename table " + table.name + " to " + name);
        tables.remove(table.name);
        for (Table other : tables.values()) {
            other.keys.replaceAll(key -> key.target.equals(table.name) ? key.to(name) : key);
        }
        table.keys.replaceAll(key -> key.target.equals(table.name) ? key.to(name) : key);
        table.name = name;
        tables.put(name, table);
    }

    private void renameColumn(Table table) {
        if (!table.columns.isEmpty()) {
            Column column = any(table.columns);
            String old = column.name;
            String name = "c" + numbers++;
            note("rename column " + table.name + "." + old + " to " + name);
            column.name = name;
            table.columns.forEach(other -> {
                if (old.equals(other.computedFrom)) {
                    other.computedFrom = name;
                }
            });
            table.parts.replaceAll(part -> part.renamed(old, name));
            table.keys.replaceAll(key -> key.column.equals(old) ? key.on(name) : key);
        }
    }

    private void addTable() {
        Table table = new Table("t" + numbers++);
        table.keyed = random.nextInt(4);
        tables.put(table.name, table);
        note("add table " + table.name);
        int columns = 1 + random.nextInt(4);
        for (int i = 0; i < columns; i++) {
            addColumn(table);
        }
    }

    private void dropTable() {
        if (tables.size() > 1) {
            Table table = any(tables.values());
            tables.remove(table.name);
            tables.values().forEach(other -> other.keys.removeIf(key -> key.target.equals(table.name)));
            note("drop table " + table.name);
        }
    }

    private void addColumn(Table table) {
        Column column = new Column("c" + numbers++);
        column.type = any(TYPES);
        column.notNull = random.nextBoolean();
        column.withDefault = random.nextBoolean();
        table.columns.add(column);
        note("add column " + table.name + "." + column.name + " " + column.type);
    }

    private void dropColumn(Table table) {
        if (!table.columns.isEmpty()) {
            Column column = any(table.columns);
            table.columns.remove(column);
            table.columns.removeIf(other -> column.name.equals(other.computedFrom));
            TreeSet<String> left = new TreeSet<>();
            table.columns.forEach(other -> left.add(other.name));
            table.parts.removeIf(part -> !left.containsAll(part.columns));
            table.keys.removeIf(key -> !left.contains(key.column));
            note("drop column " + table.name + "." + column.name);
        }
    }

    private interface Change {
        void to(Column column);
    }

    private void change(Table table, Change change, String what) {
        if (!table.columns.isEmpty()) {
            Column column = any(table.columns);
            boolean keyed = table.keys.stream().anyMatch(key -> key.column.equals(column.name));
            if (column.computedFrom == null && !(keyed && what.equals("type"))) {
                change.to(column);
                // A value that is computed as a number must stay one.
                if (table.columns.stream().anyMatch(other -> column.name.equals(other.computedFrom))) {
                    column.type = "bigint";
                }
                note("change " + what + " of " + table.name + "." + column.name + " (" + column.type + ")");
            }
        }
    }

    private void addConstraint(Table table, String kind) {
        if (!table.columns.isEmpty()) {
            TreeSet<String> columns = new TreeSet<>();
            columns.add(any(table.columns).name);
            if (random.nextBoolean()) {
                columns.add(any(table.columns).name);
            }
            if (engine == Engine.SQLITE || !kind.equals("unique") || table.storedOnly(columns)) {
                table.parts.add(new Part(kind, "p" + numbers++, List.copyOf(columns)));
                note("add " + kind + " on " + table.name + columns);
            }
        }
    }

    private void addCheck(Table table) {
        if (!table.columns.isEmpty()) {
            table.parts.add(new Part("check", "p" + numbers++, List.of(any(table.columns).name)));
            note("add check on " + table.name);
        }
    }

    private void addForeignKey(Table table) {
        Table target = any(tables.values());
        Column column = new Column("c" + numbers++);
        column.type = "bigint";
        table.columns.add(column);
        String action = any(List.of(
                "",
                " on delete cascade",
                " on delete set null",
                " on update cascade",
                " deferrable initially deferred"));
        table.keys.add(new Key("p" + numbers++, column.name, target.name, action));
        note("add foreign key " + table.name + "." + column.name + " to " + target.name + action);
    }

    private void addGenerated(Table table) {
        Column base = new Column("c" + numbers++);
        base.type = "bigint";
        Column computed = new Column("c" + numbers++);
        computed.type = "bigint";
        computed.computedFrom = base.name;
        table.columns.add(base);
        table.columns.add(computed);
        note("add computed column " + table.name + "." + computed.name);
    }

    private void dropConstraint(Table table) {
        if (!table.keys.isEmpty()) {
            note("drop foreign key of " + table.name);
            table.keys.remove(random.nextInt(table.keys.size()));
        } else if (!table.parts.isEmpty()) {
            note("drop " + table.parts.get(0).kind + " of " + table.name);
            table.parts.remove(0);
        }
    }

    List<String> statements() {
        List<String> sql = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (Table table : tables.values()) {
            List<String> parts = new ArrayList<>();
            parts.add(table.key(engine));
            table.columns.forEach(column -> parts.add(column.text()));
            table.parts.forEach(part -> part.inTable(parts));
            for (Key key : table.keys) {
                String clause = "constraint " + key.name + " foreign key (" + key.column + ") references " + key.target
                        + " (id)" + key.action;
                if (engine == Engine.SQLITE) {
                    parts.add(clause);
                } else {
                    keys.add("alter table " + table.name + " add " + clause);
                }
            }
            sql.add("create table " + table.name + " (" + String.join(", ", parts) + ")");
            table.parts.forEach(part -> part.behindTable(table.name, sql));
        }
        sql.addAll(keys);
        return sql;
    }

    private static final class Table {
        private String name;
        private @Nullable String origin;
        private final List<Column> columns = new ArrayList<>();
        private final List<Part> parts = new ArrayList<>();
        private final List<Key> keys = new ArrayList<>();
        private int keyed;

        private Table(String name) {
            this.name = name;
        }

        private boolean storedOnly(TreeSet<String> names) {
            return columns.stream().noneMatch(column -> column.computedFrom != null && names.contains(column.name));
        }

        private String key(Engine engine) {
            String constraint = " constraint pk_" + name + " primary key";
            if (engine == Engine.SQLITE) {
                return switch (keyed) {
                    case 0 -> "id integer" + constraint + " autoincrement";
                    case 1 -> "id integer not null" + constraint;
                    default -> "id bigint not null" + constraint;
                };
            }
            return switch (keyed) {
                case 0 -> "id bigint generated by default as identity" + constraint;
                case 1 -> "id bigserial" + constraint;
                default -> "id bigint not null" + constraint;
            };
        }
    }

    private static final class Column {
        private String name;
        private @Nullable String origin;
        private String type = "";
        private boolean notNull;
        private boolean withDefault;
        private @Nullable String computedFrom;

        private Column(String name) {
            this.name = name;
        }

        private String text() {
            if (computedFrom != null) {
                return name + " " + type + " generated always as (" + computedFrom + " * 2 + 1) stored";
            }
            return name + " " + type + (withDefault ? " default " + value() : "") + (notNull ? " not null" : "");
        }

        private String value() {
            return switch (type) {
                case "boolean" -> "false";
                case "date" -> "'2026-01-02'";
                case "timestamp" -> "'2026-01-02 03:04:05'";
                case "text", "varchar(20)", "varchar(50)", "varchar(200)" -> "'it''s'";
                default -> "7";
            };
        }
    }

    private record Part(String kind, String name, List<String> columns) {

        private Part renamed(String old, String now) {
            return new Part(
                    kind,
                    name,
                    columns.stream()
                            .map(column -> column.equals(old) ? now : column)
                            .toList());
        }

        private void inTable(List<String> parts) {
            if (kind.equals("unique")) {
                parts.add("constraint uq_" + name + " unique (" + String.join(", ", columns) + ")");
            } else if (kind.equals("check")) {
                parts.add("constraint ck_" + name + " check (" + columns.get(0) + " is not null or id > 0)");
            }
        }

        private void behindTable(String table, List<String> sql) {
            if (kind.endsWith("index")) {
                sql.add("create " + (kind.startsWith("unique") ? "unique " : "") + "index ix_" + name + " on " + table
                        + " ("
                        + String.join(", ", columns) + (columns.size() == 1 ? " desc" : "") + ")"
                        + (kind.startsWith("partial") ? " where " + columns.get(0) + " is not null" : ""));
            }
        }
    }

    private record Key(String name, String column, String target, String action) {

        private Key to(String other) {
            return new Key(name, column, other, action);
        }

        private Key on(String other) {
            return new Key(name, other, target, action);
        }
    }
}
