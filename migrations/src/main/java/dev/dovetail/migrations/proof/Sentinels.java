package dev.dovetail.migrations.proof;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.migrations.catalog.Column;
import dev.dovetail.migrations.catalog.Constraint;
import dev.dovetail.migrations.catalog.Constraint.Kind;
import dev.dovetail.migrations.catalog.Schema;
import dev.dovetail.migrations.catalog.Table;
import dev.dovetail.migrations.diff.Operation.AddColumn;
import dev.dovetail.migrations.diff.Rename;
import dev.dovetail.migrations.scratch.ScratchDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows that are put into every table before a migration, and looked for after it. */
final class Sentinels {

    private static final int ROWS = 2;

    private final ScratchDatabase database;
    private final Expectation expectation;
    /** By table of before: its rows, each as column and value, in the order of their text. */
    private final Map<String, List<Map<String, String>>> planted = new HashMap<>();

    private Sentinels(ScratchDatabase database, Expectation expectation) {
        this.database = database;
        this.expectation = expectation;
    }

    static Sentinels plant(ScratchDatabase database, Expectation expectation, List<String> notes) {
        Sentinels sentinels = new Sentinels(database, expectation);
        database.use(connection -> {
            for (Table table : parentsFirst(expectation.previous())) {
                Optional<String> obstacle = sentinels.obstacle(table);
                if (obstacle.isPresent()) {
                    notes.add("no row was tried in " + table.name() + ": " + obstacle.get());
                    continue;
                }
                for (int row = 1; row <= ROWS; row++) {
                    sentinels.insert(connection, table, row, notes);
                }
            }
            for (Table table : expectation.previous().tables().values()) {
                sentinels.planted.put(table.name(), sentinels.rows(connection, table.name(), storedColumns(table)));
            }
            return true;
        });
        return sentinels;
    }

    private static List<Table> parentsFirst(Schema schema) {
        List<Table> ordered = new ArrayList<>();
        Set<String> done = new HashSet<>();
        List<Table> open = new ArrayList<>(schema.tables().values());
        while (!open.isEmpty()) {
            List<Table> ready = open.stream()
                    .filter(table -> table.constraints(Kind.FOREIGN_KEY).stream()
                            .map(Constraint::target)
                            .allMatch(target -> table.name().equals(target) || done.contains(target)))
                    .toList();
            // In a circle, somebody has to begin, and is refused if its keys may not be null.
            List<Table> next = ready.isEmpty() ? List.of(open.get(0)) : ready;
            next.forEach(table -> done.add(table.name()));
            ordered.addAll(next);
            open.removeAll(next);
        }
        return ordered;
    }

    private static List<String> storedColumns(Table table) {
        return table.columns().stream()
                .filter(column -> column.generated() == null)
                .map(Column::name)
                .toList();
    }

    private void insert(Connection connection, Table table, int row, List<String> notes) throws SQLException {
        Engine engine = database.access().engine();
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (Column column : table.columns()) {
            if (column.generated() == null && !"always".equals(column.identity())) {
                names.add(quote(column.name()));
                values.add(SampleValues.of(column, future(table, column), engine, expectation.previous(), row));
            }
        }
        String sql = "insert into " + quote(table.name())
                + (names.isEmpty()
                        ? " default values"
                        : names.stream().collect(Collectors.joining(", ", " (", ")")) + " values "
                                + values.stream().collect(Collectors.joining(", ", "(", ")")));
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            if (row == 1) {
                notes.add("no row was tried in " + table.name() + ": "
                        + String.valueOf(failure.getMessage())
                                .lines()
                                .findFirst()
                                .orElse(""));
            }
        }
    }

    /** Why rows cannot be there before the change, if so. */
    private Optional<String> obstacle(Table table) {
        Table goal = expectation.goal().table(tableAfter(table.name()));
        if (goal == null) {
            return Optional.empty();
        }
        Set<String> names = new HashSet<>();
        table.columnNames().forEach(column -> names.add(columnAfter(goal.name(), column)));
        for (Column column : goal.columns()) {
            if (!names.contains(column.name()) && new AddColumn(goal.name(), column).needsValue()) {
                return Optional.of("the new column " + column.name() + " needs a value for rows that are there");
            }
        }
        Optional<String> onTheWay = WayOfRows.obstacle(goal, names)
                .or(() -> WayOfRows.obstacleBack(table, goal, column -> columnAfter(goal.name(), column)))
                .or(() -> removedTarget(table));
        if (onTheWay.isPresent()) {
            return onTheWay;
        }
        return goal.constraints(Kind.CHECK).stream()
                .filter(check -> table.constraints(Kind.CHECK).stream()
                        .noneMatch(known -> known.definition().equals(check.definition())))
                .filter(check -> names.stream().anyMatch(check.definition()::contains))
                .findFirst()
                .map(check -> "rows may not fit the new " + check.title());
    }

    /** Rows that refer to a table that goes cannot come back: what they refer to is lost. */
    private Optional<String> removedTarget(Table table) {
        return table.constraints(Kind.FOREIGN_KEY).stream()
                .map(key -> String.valueOf(key.target()))
                .filter(target ->
                        !target.equals(table.name()) && expectation.goal().table(tableAfter(target)) == null)
                .findFirst()
                .map(target -> "its rows refer to the removed table " + target);
    }

    /** What a column will be, if it stays. */
    private Column future(Table table, Column column) {
        Table goal = expectation.goal().table(tableAfter(table.name()));
        return goal == null
                ? column
                : goal.column(columnAfter(goal.name(), column.name())).orElse(column);
    }

    void requireAfterUpgrade(String fact) {
        compare(fact, expectation.goal(), true);
    }

    void requireAfterDowngrade(String fact) {
        compare(fact, expectation.previous(), false);
    }

    /** A column counts if it is there before and after, and is of one type in both. */
    private void compare(String fact, Schema now, boolean upgraded) {
        List<String> lost = new ArrayList<>();
        database.use(connection -> {
            for (Table before : expectation.previous().tables().values()) {
                Table goal = expectation.goal().table(tableAfter(before.name()));
                Table here = now.table(upgraded ? tableAfter(before.name()) : before.name());
                if (goal == null || here == null) {
                    continue;
                }
                List<String> kept = before.columns().stream()
                        .filter(column -> column.generated() == null && survives(column, goal))
                        .map(Column::name)
                        .toList();
                List<String> namesNow = kept.stream()
                        .map(column -> upgraded ? columnAfter(goal.name(), column) : column)
                        .toList();
                List<Map<String, String>> rows = rows(connection, here.name(), namesNow);
                List<List<String>> found =
                        sorted(rows.stream().map(row -> values(row, namesNow)).toList());
                List<List<String>> expected = sorted(planted.getOrDefault(before.name(), List.of()).stream()
                        .map(row -> values(row, kept))
                        .toList());
                if (!found.equals(expected)) {
                    lost.add(before.name() + " " + kept + ": " + expected + " became " + found);
                }
            }
            return true;
        });
        if (!lost.isEmpty()) {
            throw ProofErrors.lost(fact, lost);
        }
    }

    private boolean survives(Column column, Table goal) {
        return goal.column(columnAfter(goal.name(), column.name()))
                .filter(now -> now.generated() == null && now.type().equals(column.type()))
                .isPresent();
    }

    private static List<String> values(Map<String, String> row, List<String> columns) {
        return columns.stream().map(column -> row.getOrDefault(column, "null")).toList();
    }

    private static List<List<String>> sorted(List<List<String>> rows) {
        return rows.stream()
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .toList();
    }

    private String tableAfter(String name) {
        return expectation.renames().stream()
                .filter(rename -> rename.isTable() && rename.from().equals(name))
                .findFirst()
                .map(Rename::table)
                .orElse(name);
    }

    private String columnAfter(String tableNow, String name) {
        for (Rename rename : expectation.renames()) {
            @Nullable String column = rename.column();
            if (column != null
                    && rename.table().equals(tableNow)
                    && rename.from().equals(name)) {
                return column;
            }
        }
        return name;
    }

    private List<Map<String, String>> rows(Connection connection, String table, List<String> columns)
            throws SQLException {
        List<Map<String, String>> rows = new ArrayList<>();
        String list =
                columns.isEmpty() ? "1" : columns.stream().map(this::quote).collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement();
                var result = statement.executeQuery("select " + list + " from " + quote(table))) {
            while (result.next()) {
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < columns.size(); i++) {
                    row.put(columns.get(i), String.valueOf(result.getString(i + 1)));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private String quote(String name) {
        return switch (database.access().engine()) {
            case MARIADB, MYSQL -> "`" + name.replace("`", "``") + "`";
            case SQLITE, POSTGRESQL, H2 -> "\"" + name.replace("\"", "\"\"") + "\"";
        };
    }
}
