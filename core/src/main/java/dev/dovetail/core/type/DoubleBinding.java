package dev.dovetail.core.type;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.jooq.Converter;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/**
 * A 64-bit floating point number in a column {@code double precision}. Negative zero is stored as zero, which it equals.
 * "Not a number" is refused on SQLite, which would store null, and like the infinities on MariaDB and MySQL, which have
 * none of them.
 *
 * <p>Immutable.
 */
public final class DoubleBinding extends EngineBinding<Double, Double> {

    private static final long serialVersionUID = 1L;

    /** For generated code, which makes one for each field. */
    public DoubleBinding() {
        // Adding zero turns -0.0 into 0.0 and nothing else.
        super(Converter.ofNullable(Double.class, Double.class, value -> value, value -> value + 0.0));
    }

    @Override
    int jdbcType(SQLDialect family) {
        return Types.DOUBLE;
    }

    @Override
    void bind(PreparedStatement statement, int index, Double value, SQLDialect family) throws SQLException {
        statement.setDouble(index, FloatingPoint.require(value, "a double", family));
    }

    @Override
    @Nullable
    Double read(Cell cell, SQLDialect family) throws SQLException {
        return cell.object() instanceof Number number ? number.doubleValue() : null;
    }

    @Override
    QueryPart literal(Double value, SQLDialect family) {
        return FloatingPoint.literal(value, "a double", "double precision", family);
    }
}
