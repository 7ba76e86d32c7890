package dev.dovetail.repository.internal.store;

import dev.dovetail.core.error.ValueNotKeptException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Which values an engine keeps, and how.
 *
 * @param engine its name, for messages
 * @param fraction what is finer than this of a time is cut off
 * @param firstYear the first year of dates, which then end with 9999
 * @param decimals how decimals are kept
 * @param refusesNaN whether it has no value for "not a number"
 * @param refusesInfinity whether it has no values for the infinities
 * @param keepsSignOfZero whether -0.0 stays what it is
 * @param limitsBytes whether the length of bytes is limited as that of text is
 */
public record ValueRules(
        String engine,
        ChronoUnit fraction,
        int firstYear,
        Decimals decimals,
        boolean refusesNaN,
        boolean refusesInfinity,
        boolean keepsSignOfZero,
        boolean limitsBytes) {

    /** How decimals are kept. */
    enum Decimals {
        /** With the scale of the column. */
        SCALED,
        /** With the scale of the column, and 15 digits at the most if there is a fraction. */
        SCALED_SHORT,
        /** As 64-bit integers, or floating point numbers of 15 digits. */
        FLOATING
    }

    private static final int SHORT_DIGITS = 15;
    private static final int LAST_YEAR = 9_999;
    private static final BigDecimal MIN_LONG = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal MAX_LONG = BigDecimal.valueOf(Long.MAX_VALUE);

    /**
     * What is in a column after a value was written.
     *
     * @throws ValueNotKeptException if it would be another value
     */
    Object kept(Column column, Object value) {
        if (column.precision() > 0 && value instanceof BigDecimal decimal) {
            requireDigits(column, decimal);
            return stored(column, requireShort(decimal, column));
        }
        if (column.precision() > 0 && value instanceof BigInteger whole) {
            requireDigits(column, new BigDecimal(whole));
        }
        return compared(value, column);
    }

    /**
     * What a value is compared as in conditions.
     *
     * @throws ValueNotKeptException if the engine has no such value
     */
    public Object compared(Object value) {
        return compared(value, null);
    }

    private Object compared(Object value, @Nullable Column column) {
        if (value instanceof String || value instanceof Long) {
            return value;
        }
        if (value instanceof Double number) {
            double kept = requireNumber(number, column);
            return keepsSignOfZero || kept != 0.0 ? number : Double.valueOf(0.0);
        }
        if (value instanceof Float number) {
            requireNumber(number, column);
            return keepsSignOfZero || number != 0.0f ? number : Float.valueOf(0.0f);
        }
        if (value instanceof BigDecimal decimal) {
            return requireShort(decimal, column);
        }
        if (value instanceof BigInteger whole) {
            requireShort(new BigDecimal(whole), column);
        }
        return time(value, column);
    }

    private Object time(Object value, @Nullable Column column) {
        if (value instanceof LocalDate date) {
            return requireYear(date, column);
        }
        if (value instanceof LocalDateTime dateTime) {
            requireYear(dateTime.toLocalDate(), column);
            return dateTime.truncatedTo(fraction);
        }
        if (value instanceof Instant moment) {
            requireYear(LocalDateTime.ofInstant(moment, ZoneOffset.UTC).toLocalDate(), column);
            return moment.truncatedTo(fraction);
        }
        if (value instanceof LocalTime time) {
            return time.truncatedTo(fraction);
        }
        if (value instanceof OffsetDateTime dateTime) {
            return dateTime.withOffsetSameInstant(ZoneOffset.UTC).truncatedTo(fraction);
        }
        return value instanceof ZonedDateTime dateTime
                ? dateTime.withZoneSameInstant(ZoneOffset.UTC).truncatedTo(fraction)
                : value;
    }

    private void requireDigits(Column column, BigDecimal value) {
        BigDecimal least = value.stripTrailingZeros();
        int before = least.precision() - least.scale();
        if (least.scale() > column.scale() || before > column.precision() - column.scale()) {
            throw notKept(
                    column,
                    "exact decimal (" + column.precision() + ", " + column.scale() + ")",
                    shown(value),
                    "it has " + Math.max(1, before) + " digits before the point and " + Math.max(0, least.scale())
                            + " after it",
                    "round it first with setScale(…), or declare the column with more digits");
        }
    }

    private BigDecimal requireShort(BigDecimal value, @Nullable Column column) {
        if (decimals != Decimals.SCALED && value.stripTrailingZeros().precision() > SHORT_DIGITS && !isLong(value)) {
            throw notKept(
                    column,
                    "a decimal",
                    shown(value),
                    "it has " + value.stripTrailingZeros().precision() + " digits, and SQLite keeps " + SHORT_DIGITS
                            + " of a number with a fraction",
                    "keep to " + SHORT_DIGITS + " digits, or store the number as text that sorts (decimal_text)");
        }
        return value;
    }

    private BigDecimal stored(Column column, BigDecimal value) {
        if (decimals != Decimals.FLOATING) {
            return value.setScale(column.scale(), RoundingMode.UNNECESSARY);
        }
        return isLong(value)
                ? value.setScale(0, RoundingMode.UNNECESSARY)
                : new BigDecimal(value.doubleValue()).round(new MathContext(SHORT_DIGITS));
    }

    private static boolean isLong(BigDecimal value) {
        return value.compareTo(MIN_LONG) >= 0
                && value.compareTo(MAX_LONG) <= 0
                && value.stripTrailingZeros().scale() <= 0;
    }

    private double requireNumber(double number, @Nullable Column column) {
        if ((refusesNaN && Double.isNaN(number)) || (refusesInfinity && Double.isInfinite(number))) {
            throw notKept(
                    column,
                    "a floating point number",
                    String.valueOf(number),
                    "the engine has no such number",
                    "make the column nullable and write null, or a number that stands for it");
        }
        return number;
    }

    private LocalDate requireYear(LocalDate date, @Nullable Column column) {
        if (firstYear > Year.MIN_VALUE && (date.getYear() < firstYear || date.getYear() > LAST_YEAR)) {
            throw notKept(
                    column,
                    "date",
                    date.toString(),
                    "its dates are those of the years " + firstYear + " to " + LAST_YEAR,
                    "keep to these years, or store the number of the day as a bigint");
        }
        return date;
    }

    private ValueNotKeptException notKept(
            @Nullable Column column, String type, String value, String reason, String fix) {
        return new ValueNotKeptException(type, value, engine, reason, fix, column == null ? null : column.name());
    }

    private static String shown(BigDecimal value) {
        String text = value.toString();
        return text.length() <= 80 ? text : text.substring(0, 80) + "… (" + value.precision() + " digits)";
    }
}
