package dev.dovetail.core.type;

import dev.dovetail.core.error.ValueNotKeptException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.jooq.Converter;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/**
 * A 32-bit floating point number in a column {@code real}. Like {@link DoubleBinding}; besides, MariaDB and MySQL show
 * six digits of a column {@code float}, so such a column is refused: {@code real} is 64 bits wide there and keeps them all.
 *
 * <p>Immutable.
 */
public final class FloatBinding extends EngineBinding<Float, Float> {

    private static final long serialVersionUID = 1L;

    /** For generated code, which makes one for each field. */
    public FloatBinding() {
        super(Converter.ofNullable(Float.class, Float.class, value -> value, value -> value + 0.0f));
    }

    @Override
    int jdbcType(SQLDialect family) {
        return Types.REAL;
    }

    @Override
    void bind(PreparedStatement statement, int index, Float value, SQLDialect family) throws SQLException {
        FloatingPoint.require(value, "a float", family);
        if (isNarrow(family)) {
            statement.setFloat(index, value);
        } else {
            statement.setDouble(index, value);
        }
    }

    @Override
    @Nullable
    Float read(Cell cell, SQLDialect family) throws SQLException {
        if (isMysqlFamily(family) && cell.declaredType().startsWith("FLOAT")) {
            throw new ValueNotKeptException(
                    "a float",
                    "that was read",
                    FloatingPoint.name(family),
                    "six digits are shown of a column that is declared float",
                    "declare the column real or double",
                    null);
        }
        return cell.object() instanceof Number number ? number.floatValue() : null;
    }

    @Override
    QueryPart literal(Float value, SQLDialect family) {
        return FloatingPoint.literal(
                isNarrow(family) ? value : (Number) value.doubleValue(), "a float", "real", family);
    }

    /** Whether {@code real} is 32 bits wide; where it is 64, a float has to be compared as the double that it became. */
    private static boolean isNarrow(SQLDialect family) {
        return !isSqlite(family) && !isMysqlFamily(family);
    }
}
