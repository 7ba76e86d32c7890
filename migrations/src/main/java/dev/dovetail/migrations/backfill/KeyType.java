package dev.dovetail.migrations.backfill;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How keys of a type are written as text and bound again. */
enum KeyType {
    INTEGER {
        @Override
        void bind(PreparedStatement statement, int index, String key) throws SQLException {
            statement.setLong(index, Long.parseLong(key));
        }
    },
    TEXT {
        @Override
        void bind(PreparedStatement statement, int index, String key) throws SQLException {
            statement.setString(index, key);
        }
    },
    UNIQUE_ID {
        @Override
        void bind(PreparedStatement statement, int index, String key) throws SQLException {
            statement.setObject(index, UUID.fromString(key));
        }
    };

    abstract void bind(PreparedStatement statement, int index, String key) throws SQLException;

    /** For a column as JDBC describes it, or null if keys of that type cannot be followed. */
    static @Nullable KeyType of(int type, String typeName, boolean nativeUuid) {
        String name = typeName.toLowerCase(Locale.ROOT);
        if (name.equals("uuid")) {
            return nativeUuid ? UNIQUE_ID : TEXT;
        }
        return switch (type) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> INTEGER;
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.NCHAR, Types.NVARCHAR, Types.CLOB ->
                name.matches("(date|time).*") ? null : TEXT;
            default -> null;
        };
    }
}
