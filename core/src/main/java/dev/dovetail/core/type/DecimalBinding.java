package dev.dovetail.core.type;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.jooq.Converter;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * An exact decimal in a column {@code numeric(precision, scale)}. A value with more digits than the column has is refused
 * on every engine, where the engines themselves would round it.
 *
 * <p>SQLite stores such a column as 64-bit integers and floating point, exact for 15 digits (and for whole numbers of 64
 * bits), in the order of the numbers, and adds up with SQL's own {@code sum}. A value with more digits is refused there; a
 * column that needs them is a {@link DecimalTextBinding}.
 *
 * <p>Immutable.
 */
public final class DecimalBinding extends EngineBinding<BigDecimal, BigDecimal> {

    private static final long serialVersionUID = 1L;

    private final Digits digits;

    /**
     * For a column, which generated code makes for each of its fields.
     *
     * @throws IllegalArgumentException if precision is not 1 to 999 or scale not 0 to precision
     */
    public DecimalBinding(int precision, int scale) {
        this(new Digits(precision, scale));
    }

    private DecimalBinding(Digits digits) {
        super(Converter.ofNullable(BigDecimal.class, BigDecimal.class, digits::scaled, digits::require));
        this.digits = digits;
    }

    @Override
    int jdbcType(SQLDialect family) {
        return Types.NUMERIC;
    }

    @Override
    void bind(PreparedStatement statement, int index, BigDecimal value, SQLDialect family) throws SQLException {
        if (isSqlite(family)) {
            SqliteNumber.bind(statement, index, value, digits.toString());
        } else {
            statement.setBigDecimal(index, value);
        }
    }

    @Override
    @Nullable
    BigDecimal read(Cell cell, SQLDialect family) throws SQLException {
        return isSqlite(family) ? SqliteNumber.read(cell.object()) : cell.object(BigDecimal.class);
    }

    @Override
    QueryPart literal(BigDecimal value, SQLDialect family) {
        return DSL.inline(isSqlite(family) ? SqliteNumber.require(value, digits.toString()) : value);
    }

    /** A value for a message: not more of it than helps. */
    static String shown(BigDecimal value) {
        String text = value.toString();
        return text.length() <= 80 ? text : text.substring(0, 80) + "… (" + value.precision() + " digits)";
    }
}
