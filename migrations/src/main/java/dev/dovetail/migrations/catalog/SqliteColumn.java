package dev.dovetail.migrations.catalog;

import org.jspecify.annotations.Nullable;

/** A column of SQLite that is being read. */
final class SqliteColumn {

    static final String AUTOINCREMENT = "autoincrement";

    final String name;
    final String type;
    boolean notNull;

    @Nullable
    String defaultValue;

    @Nullable
    String identity;

    Column.@Nullable Generated generated;

    @Nullable
    String collation;

    SqliteColumn(String name, String type) {
        this.name = name;
        this.type = type;
    }

    Column column() {
        return new Column(name, type, !notNull, defaultValue, identity, generated, collation, null);
    }

    static Column numbered(Column column) {
        return new Column(
                column.name(),
                column.type(),
                column.nullable(),
                column.defaultValue(),
                AUTOINCREMENT,
                column.generated(),
                column.collation(),
                null);
    }
}
