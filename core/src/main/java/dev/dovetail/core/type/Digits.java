package dev.dovetail.core.type;

import dev.dovetail.core.error.ValueNotKeptException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How many digits a decimal column has. jOOQ's and Hibernate's bindings both stand on this. Immutable.
 *
 * @param precision all of them, 1 to 999
 * @param scale those after the point, 0 to {@code precision}
 */
public record Digits(int precision, int scale) implements Serializable {

    /** Refuses what no column can have. */
    public Digits {
        if (precision < 1 || precision > SortableDecimal.MAX_DIGITS || scale < 0 || scale > precision) {
            throw new IllegalArgumentException("A decimal has 1 to " + SortableDecimal.MAX_DIGITS
                    + " digits, and 0 to all of them after the point; got precision " + precision + " and scale "
                    + scale);
        }
    }

    /**
     * The value as the column holds it, which the engine itself would round to.
     *
     * @throws ValueNotKeptException if it has more digits than the column
     */
    public @Nullable BigDecimal require(@Nullable BigDecimal value) {
        if (value == null) {
            return null;
        }
        BigDecimal exact = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (exact.scale() > scale) {
            throw refused(value, "it has " + exact.scale() + " digits after the point and the column has " + scale);
        }
        long before = (long) exact.precision() - exact.scale();
        if (before > precision - scale) {
            throw refused(
                    value, "it has " + before + " digits before the point and the column has " + (precision - scale));
        }
        return exact.setScale(scale, RoundingMode.UNNECESSARY);
    }

    /** What was read, with the column's scale. A value that SQL computed may have more digits than the column. */
    @Nullable
    BigDecimal scaled(@Nullable BigDecimal value) {
        return value == null ? null : value.setScale(scale, RoundingMode.HALF_UP);
    }

    private ValueNotKeptException refused(BigDecimal value, String reason) {
        return new ValueNotKeptException(
                toString(),
                DecimalBinding.shown(value),
                "every engine",
                reason,
                "round the value yourself, with setScale(" + scale + ", …), or give the column more digits",
                null);
    }

    @Override
    public String toString() {
        return "a decimal (" + precision + ", " + scale + ")";
    }
}
