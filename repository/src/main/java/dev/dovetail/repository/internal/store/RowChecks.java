package dev.dovetail.repository.internal.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The constraints that a row keeps by itself and beside the other rows of its table. */
final class RowChecks {

    private RowChecks() {}

    /** The row as the engine keeps it; the same one if it keeps it as it is. */
    static Row kept(TableDefinition table, Row row, ValueRules rules) {
        List<Column> columns = table.columns();
        @Nullable Object @Nullable [] changed = null;
        for (int slot = 0; slot < columns.size(); slot++) {
            Object value = row.value(slot);
            if (value == null || value instanceof String || value instanceof Long) {
                continue;
            }
            Object kept = rules.kept(columns.get(slot), value);
            if (kept != value) {
                changed = changed == null ? row.copyOfValues() : changed;
                changed[slot] = kept;
            }
        }
        return changed == null ? row : new Row(row.id(), changed);
    }

    static void checkValues(TableDefinition table, Row row, EngineRules rules) {
        List<Column> columns = table.columns();
        for (int slot = 0; slot < columns.size(); slot++) {
            Column column = columns.get(slot);
            Object value = row.value(slot);
            if (value == null && !column.nullable()) {
                throw StoreErrors.nullValue(table, column);
            }
            checkLength(table, column, value, rules);
        }
        for (CheckConstraint check : table.checks()) {
            if (!check.condition().accepts(row, rules.text())) {
                throw StoreErrors.checkFailed(table, check, row);
            }
        }
    }

    /** The lengths of texts alone. */
    static void checkTexts(TableDefinition table, Row row, EngineRules rules) {
        List<Column> columns = table.columns();
        for (int slot = 0; slot < columns.size(); slot++) {
            if (row.value(slot) instanceof String text) {
                checkLength(table, columns.get(slot), text, rules);
            }
        }
    }

    private static void checkLength(TableDefinition table, Column column, @Nullable Object value, EngineRules rules) {
        // A string never has more characters than Java's units.
        if (value instanceof String text && text.length() > column.maxLength()) {
            int length = rules.text().length(text);
            if (length > column.maxLength()) {
                throw StoreErrors.tooLong(
                        table, column, length + " characters", text, rules.length(table, column, text));
            }
        } else if (value instanceof byte[] bytes
                && bytes.length > column.maxLength()
                && rules.values().limitsBytes()) {
            throw StoreErrors.tooLong(
                    table, column, bytes.length + " bytes", bytes, rules.length(table, column, bytes));
        }
    }

    static void checkUnique(TableDefinition table, Row row, TableView view) {
        for (int i = 0; i < table.uniqueKeys().size(); i++) {
            if (view.hasOtherWithSameUnique(i, row)) {
                throw StoreErrors.duplicate(table, table.uniqueKeys().get(i), row);
            }
        }
    }
}
