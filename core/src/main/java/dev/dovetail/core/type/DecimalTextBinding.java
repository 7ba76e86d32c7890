package dev.dovetail.core.type;

import java.math.BigDecimal;
import org.jooq.Converter;

/**
 * An exact decimal of any length: {@code numeric(precision, scale)} on the servers, and on SQLite a column declared
 * {@code decimal_text(precision, scale)} that holds {@link SortableDecimal} text. Equality, ranges, order, keys and
 * indexes are right there; arithmetic, {@code sum}, casts and comparisons with numbers would not be, so jOOQ's are refused with
 * an {@link dev.dovetail.core.error.UnsupportedOnEngineException}: compute in Java, and compare with bound values. What
 * stands in plain SQL nobody sees.
 *
 * <p>A value with more digits than the column has is refused on every engine. Immutable.
 */
public final class DecimalTextBinding extends SortableTextBinding<BigDecimal> {

    private static final long serialVersionUID = 1L;

    /**
     * For a column, which generated code makes for each of its fields.
     *
     * @throws IllegalArgumentException if precision is not 1 to 999 or scale not 0 to precision
     */
    public DecimalTextBinding(int precision, int scale) {
        this(new Digits(precision, scale));
    }

    private DecimalTextBinding(Digits digits) {
        super(Converter.ofNullable(BigDecimal.class, BigDecimal.class, digits::scaled, digits::require));
    }
}
