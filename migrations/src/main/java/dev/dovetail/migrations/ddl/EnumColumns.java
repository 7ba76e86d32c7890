package dev.dovetail.migrations.ddl;

import dev.dovetail.migrations.catalog.Column;
import dev.dovetail.migrations.catalog.EnumType;

/** Columns of a type with listed values. */
final class EnumColumns {

    private EnumColumns() {}

    static boolean isOf(Column column, EnumType type) {
        return column.type().replace("\"", "").equals(type.name())
                || column.type().replace("\"", "").equals(type.name() + "[]");
    }
}
