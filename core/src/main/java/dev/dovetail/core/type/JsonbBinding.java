package dev.dovetail.core.type;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.jooq.Converter;
import org.jooq.JSONB;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/**
 * JSON by its meaning, in a column {@code jsonb} on PostgreSQL and {@code json} elsewhere. Text that is no JSON is refused by the engine.
 *
 * <p>Immutable.
 */
public final class JsonbBinding extends EngineBinding<JSONB, JSONB> {

    private static final long serialVersionUID = 1L;

    /** For generated code, which makes one for each field. */
    public JsonbBinding() {
        super(Converter.ofNullable(JSONB.class, JSONB.class, value -> value, value -> value));
    }

    @Override
    int jdbcType(SQLDialect family) {
        return Types.VARCHAR;
    }

    @Override
    String variable(String placeholder, SQLDialect family) {
        return JsonText.parsed(placeholder, "jsonb", family);
    }

    @Override
    void bind(PreparedStatement statement, int index, JSONB value, SQLDialect family) throws SQLException {
        statement.setString(index, JsonText.require(value.data(), family));
    }

    @Override
    @Nullable
    JSONB read(Cell cell, SQLDialect family) throws SQLException {
        String text = cell.text();
        return text == null ? null : JSONB.jsonb(text);
    }

    @Override
    QueryPart literal(JSONB value, SQLDialect family) {
        return JsonText.literal(value.data(), "jsonb", family);
    }
}
