package dev.dovetail.core.type;

import java.math.BigDecimal;

/**
 * Exact decimals as text that sorts, byte by byte, in the order of the numbers, and is equal when the numbers are. Of
 * 123.45 it makes {@code 003 123.45}: how many digits stand before the point, a space, the digits. A negative number is
 * the nines' complement of that between {@code -} and {@code ~}: of -123.45 it makes {@code -996 876.54~}. The text does
 * not depend on the column's precision or scale, so a column can be widened without rewriting its rows. jOOQ's and
 * Hibernate's bindings both stand on this.
 */
public final class SortableDecimal {

    static final int MAX_DIGITS = 999;

    private static final int PREFIX = 3;

    private SortableDecimal() {}

    /**
     * The text of a number.
     *
     * @throws IllegalArgumentException if it has more than 999 digits before the point
     */
    public static String encode(BigDecimal value) {
        if ((long) value.precision() - value.scale() > MAX_DIGITS) {
            throw new IllegalArgumentException("A number with more than " + MAX_DIGITS + " digits before its point");
        }
        BigDecimal magnitude =
                value.signum() == 0 ? BigDecimal.ZERO : value.abs().stripTrailingZeros();
        String digits = magnitude.toPlainString();
        int point = digits.indexOf('.');
        String whole = point < 0 ? digits : digits.substring(0, point);
        String fraction = point < 0 ? "" : digits.substring(point);
        if ("0".equals(whole)) {
            whole = "";
        }
        String text = "%03d".formatted(whole.length()) + " " + whole + fraction;
        return value.signum() < 0 ? "-" + complement(text) + "~" : text;
    }

    /**
     * The number of a text.
     *
     * @throws NumberFormatException if it is neither of this form nor a plain number
     */
    public static BigDecimal decode(String text) {
        boolean negative = text.endsWith("~") && text.startsWith("-");
        String positive = negative ? complement(text.substring(1, text.length() - 1)) : text;
        if (positive.length() <= PREFIX || positive.charAt(PREFIX) != ' ') {
            // What plain SQL wrote; it does not sort, but it is a number.
            return new BigDecimal(text);
        }
        String digits = positive.substring(PREFIX + 1);
        BigDecimal magnitude = digits.isEmpty() ? BigDecimal.ZERO : new BigDecimal(digits);
        return negative ? magnitude.negate() : magnitude;
    }

    private static String complement(String text) {
        StringBuilder complement = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            complement.append(c >= '0' && c <= '9' ? (char) ('0' + '9' - c) : c);
        }
        return complement.toString();
    }
}
