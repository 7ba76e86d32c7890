package dev.dovetail.core.internal.constraint;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.error.CheckFailedException;
import dev.dovetail.core.error.ChildExistsException;
import dev.dovetail.core.error.ConstraintDetails;
import dev.dovetail.core.error.ConstraintViolation;
import dev.dovetail.core.error.DuplicateKeyException;
import dev.dovetail.core.error.NullValueException;
import dev.dovetail.core.error.ValueTooLongException;
import dev.dovetail.core.internal.jdbc.SecretColumns;
import dev.dovetail.core.internal.text.ShownText;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One violation: what the engine said, and what can be added to it. */
final class Explained {

    private final Engine engine;
    private final Catalog catalog;
    private final SecretColumns secrets;
    private final ConstraintViolation violation;
    private final ConstraintDetails known;
    private final EngineWords words;
    private final WrittenColumns statement;
    private final RefusedRows rows;

    Explained(
            Engine engine,
            Catalog catalog,
            SecretColumns secrets,
            ConstraintViolation violation,
            SQLException failure,
            WrittenColumns statement,
            RefusedRows rows) {
        this.engine = engine;
        this.catalog = catalog;
        this.secrets = secrets;
        this.violation = violation;
        this.known = violation.details();
        this.words = EngineWords.of(engine, failure);
        this.statement = statement;
        this.rows = rows;
    }

    ConstraintDetails details() throws SQLException {
        String table = known.table() == null && !isOfChild() ? statement.table() : known.table();
        List<String> columns = known.columns();
        String constraint = known.constraint();
        if (columns.isEmpty() && table != null && constraint != null) {
            columns = catalog.columns(table, constraint);
        }
        if (columns.isEmpty() && table != null && violation instanceof ValueTooLongException) {
            columns = tooLong(table);
        }
        if (constraint == null && table != null && violation instanceof DuplicateKeyException) {
            constraint = catalog.key(table, columns);
        }
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, String> found = values(table, columns);
        for (String column : columns) {
            String value = found.get(column);
            if (value != null && !secrets.isSecret(table, column) && !secrets.isSecret(value)) {
                values.put(column, value);
            }
        }
        return new ConstraintDetails(constraint, table, columns).with(values);
    }

    /** The table of a foreign key that is still pointed through is another one than the statement's. */
    private boolean isOfChild() {
        return violation instanceof ChildExistsException;
    }

    private List<String> tooLong(String table) throws SQLException {
        for (Map.Entry<String, Integer> length : catalog.lengths(table).entrySet()) {
            String longest = rows.longest(length.getKey());
            if (longest != null && longest.codePointCount(0, longest.length()) > length.getValue()) {
                return List.of(length.getKey());
            }
        }
        return List.of();
    }

    private Map<String, String> values(@Nullable String table, List<String> columns) throws SQLException {
        if (violation instanceof NullValueException) {
            return columns.size() == 1 ? Map.of(columns.get(0), "null") : Map.of();
        }
        if (isOfChild()) {
            return ofParent(table, columns);
        }
        if (violation instanceof ValueTooLongException && columns.size() == 1) {
            String longest = rows.longest(columns.get(0));
            return longest == null || secrets.isSecret(longest)
                    ? Map.of()
                    : Map.of(columns.get(0), ShownText.of(longest));
        }
        if (isSecret(rows.only(), columns)) {
            return Map.of();
        }
        Map<String, String> told = words.values(columns);
        Map<String, String> bound = shown(rows.only(), columns, columns);
        if (bound.size() == columns.size() || told.isEmpty()) {
            return bound.isEmpty() && violation instanceof CheckFailedException && table != null
                    ? words.failingRow(columns, catalog.allColumns(table))
                    : bound;
        }
        return told;
    }

    private boolean isSecret(@Nullable Map<String, @Nullable Object> row, List<String> columns) {
        return row != null
                && columns.stream()
                        .map(column -> row.get(column.toLowerCase(Locale.ROOT)))
                        .anyMatch(secrets::isSecret);
    }

    /** The children have the key by which their parent was looked for. */
    private Map<String, String> ofParent(@Nullable String table, List<String> columns) throws SQLException {
        Map<String, String> told = words.values(columns);
        if (!told.isEmpty()) {
            return told;
        }
        List<String> parents = words.parentColumns(statement.table());
        if (parents.isEmpty() && table != null) {
            parents = catalog.parentColumns(table, columns, String.valueOf(statement.table()));
        }
        return parents.size() == columns.size() ? shown(rows.found(), parents, columns) : Map.of();
    }

    private Map<String, String> shown(
            @Nullable Map<String, @Nullable Object> row, List<String> columns, List<String> names) {
        Map<String, String> shown = new LinkedHashMap<>();
        for (int i = 0; row != null && i < columns.size(); i++) {
            String column = columns.get(i).toLowerCase(Locale.ROOT);
            if (row.containsKey(column) && !secrets.isSecret(row.get(column))) {
                shown.put(names.get(i), ShownText.of(row.get(column)));
            }
        }
        return shown;
    }
}
