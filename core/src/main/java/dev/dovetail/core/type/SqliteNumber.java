package dev.dovetail.core.type;

import dev.dovetail.core.error.ValueNotKeptException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Decimals in SQLite's own numbers, which are 64-bit integers and floating point. Every decimal of up to 15 digits has one
 * floating point number of its own and comes back from it; one with more may not. jOOQ's and Hibernate's bindings both
 * stand on this.
 */
public final class SqliteNumber {

    private static final int EXACT_DIGITS = 15;
    private static final BigDecimal MIN_LONG = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal MAX_LONG = BigDecimal.valueOf(Long.MAX_VALUE);

    private SqliteNumber() {}

    /**
     * Sets a parameter to a value that SQLite keeps.
     *
     * @param type what the column holds, for the message
     * @throws ValueNotKeptException if SQLite would not keep it
     */
    public static void bind(PreparedStatement statement, int index, BigDecimal value, String type) throws SQLException {
        if (isLong(require(value, type))) {
            statement.setLong(index, value.longValueExact());
        } else {
            statement.setDouble(index, value.doubleValue());
        }
    }

    /**
     * The value of a number or a text that SQLite returned.
     *
     * @throws NumberFormatException for a text that is no number
     */
    public static @Nullable BigDecimal read(@Nullable Object stored) {
        if (stored == null) {
            return null;
        }
        if (stored instanceof Double number) {
            return new BigDecimal(number).round(new MathContext(EXACT_DIGITS));
        }
        return stored instanceof Number whole
                ? BigDecimal.valueOf(whole.longValue())
                : new BigDecimal(stored.toString());
    }

    static BigDecimal require(BigDecimal value, String type) {
        if (isLong(value) || value.signum() == 0) {
            return value;
        }
        double number = value.doubleValue();
        if (value.stripTrailingZeros().precision() > EXACT_DIGITS
                || Double.isInfinite(number)
                || Math.abs(number) < Double.MIN_NORMAL) {
            throw new ValueNotKeptException(
                    type,
                    DecimalBinding.shown(value),
                    "SQLite",
                    "it has " + value.stripTrailingZeros().precision() + " digits, and SQLite keeps " + EXACT_DIGITS
                            + " of a number with a fraction",
                    "declare the column decimal_text(precision, scale) and read it with DecimalTextBinding, or keep to "
                            + EXACT_DIGITS + " digits",
                    null);
        }
        return value;
    }

    private static boolean isLong(BigDecimal value) {
        return value.compareTo(MIN_LONG) >= 0
                && value.compareTo(MAX_LONG) <= 0
                && (value.scale() <= 0 || value.stripTrailingZeros().scale() <= 0);
    }
}
