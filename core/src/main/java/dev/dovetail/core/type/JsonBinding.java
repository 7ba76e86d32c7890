package dev.dovetail.core.type;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.jooq.Converter;
import org.jooq.JSON;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/**
 * JSON as text in a column {@code json}. Text that is no JSON is refused by the engine.
 *
 * <p>Immutable.
 */
public final class JsonBinding extends EngineBinding<JSON, JSON> {

    private static final long serialVersionUID = 1L;

    /** For generated code, which makes one for each field. */
    public JsonBinding() {
        super(Converter.ofNullable(JSON.class, JSON.class, value -> value, value -> value));
    }

    @Override
    int jdbcType(SQLDialect family) {
        return Types.VARCHAR;
    }

    @Override
    String variable(String placeholder, SQLDialect family) {
        return JsonText.parsed(placeholder, "json", family);
    }

    @Override
    void bind(PreparedStatement statement, int index, JSON value, SQLDialect family) throws SQLException {
        statement.setString(index, JsonText.require(value.data(), family));
    }

    @Override
    @Nullable
    JSON read(Cell cell, SQLDialect family) throws SQLException {
        String text = cell.text();
        return text == null ? null : JSON.json(text);
    }

    @Override
    QueryPart literal(JSON value, SQLDialect family) {
        return JsonText.literal(value.data(), "json", family);
    }
}
