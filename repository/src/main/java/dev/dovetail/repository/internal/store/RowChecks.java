package dev.dovetail.repository.internal.store;

import java.util.List;

/** The constraints that a row keeps by itself and beside the other rows of its table. */
final class RowChecks {

    private RowChecks() {}

    static void checkValues(TableDefinition table, Row row) {
        List<Column> columns = table.columns();
        for (int slot = 0; slot < columns.size(); slot++) {
            Column column = columns.get(slot);
            Object value = row.value(slot);
            if (value == null && !column.nullable()) {
                throw StoreErrors.nullValue(table, column);
            }
            // Characters as databases count them; a string never has more of them than Java's units.
            if (value instanceof String text
                    && text.length() > column.maxLength()
                    && text.codePointCount(0, text.length()) > column.maxLength()) {
                throw StoreErrors.tooLong(table, column, text.codePointCount(0, text.length()));
            }
        }
    }

    static void checkUnique(TableDefinition table, Row row, TableView view) {
        for (int i = 0; i < table.uniqueKeys().size(); i++) {
            if (view.hasOtherWithSameUnique(i, row)) {
                throw StoreErrors.duplicate(table, table.uniqueKeys().get(i));
            }
        }
    }
}
