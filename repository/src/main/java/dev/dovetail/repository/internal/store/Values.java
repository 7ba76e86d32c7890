package dev.dovetail.repository.internal.store;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** Compares and copies column values as a database does, where Java's {@code equals} says something else. */
public final class Values {

    private Values() {}

    /** What stands for a value, by all the characters of a text. */
    public static Object key(Object value) {
        return value instanceof Long || value instanceof String ? value : key(TextRules.CODE_POINTS, value);
    }

    /** What stands for a value in an index. */
    public static Object key(TextRules rules, Object value) {
        if (value instanceof String text) {
            return rules.key(text);
        }
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros();
        }
        if (value instanceof Double || value instanceof Float) {
            return ((Number) value).doubleValue() + 0.0;
        }
        return value instanceof byte[] bytes ? ByteBuffer.wrap(bytes.clone()) : value;
    }

    /** Whether two values are equal, or both null. */
    public static boolean same(@Nullable Object a, @Nullable Object b) {
        if (a == b) {
            return true;
        }
        if (a == null || b == null) {
            return false;
        }
        if (a instanceof BigDecimal x && b instanceof BigDecimal y) {
            return x.compareTo(y) == 0;
        }
        if (a instanceof Double || a instanceof Float) {
            // Not by equals: zero has two signs.
            return key(TextRules.CODE_POINTS, a).equals(key(TextRules.CODE_POINTS, b));
        }
        return a instanceof byte[] x && b instanceof byte[] y ? Arrays.equals(x, y) : a.equals(b);
    }

    /** Whether a value is still what it was. */
    static boolean unchanged(@Nullable Object a, @Nullable Object b) {
        return a instanceof Double || a instanceof Float ? a.equals(b) : same(a, b);
    }

    /** A copy, if the value can be changed. */
    public static @Nullable Object copy(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            return bytes.clone();
        }
        return value instanceof Date date ? date.clone() : value;
    }
}
