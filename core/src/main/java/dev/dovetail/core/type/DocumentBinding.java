package dev.dovetail.core.type;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.jooq.Converter;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/** What the bindings of JSON share: documents go to the driver as their text. */
abstract class DocumentBinding<T> extends EngineBinding<T, T> {

    private static final long serialVersionUID = 1L;

    private final String postgresqlType;

    DocumentBinding(Class<T> type, String postgresqlType) {
        super(Converter.ofNullable(type, type, value -> value, value -> value));
        this.postgresqlType = postgresqlType;
    }

    abstract String text(T document);

    abstract T document(String text);

    @Override
    final int jdbcType(SQLDialect family) {
        return Types.VARCHAR;
    }

    @Override
    final String variable(String placeholder, SQLDialect family) {
        return JsonText.parsed(placeholder, postgresqlType, family);
    }

    @Override
    final void bind(PreparedStatement statement, int index, T value, SQLDialect family) throws SQLException {
        statement.setString(index, JsonText.require(text(value), family));
    }

    @Override
    final @Nullable T read(Cell cell, SQLDialect family) throws SQLException {
        String text = cell.text();
        return text == null ? null : document(text);
    }

    @Override
    final QueryPart literal(T value, SQLDialect family) {
        return JsonText.literal(text(value), postgresqlType, family);
    }
}
