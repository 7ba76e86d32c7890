package dev.dovetail.orm.internal.query;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Numbers as other types of number, if they are exactly the same there. */
final class ExactNumbers {

    private ExactNumbers() {}

    /** The same number, or null if the type cannot hold it. */
    static @Nullable Number convert(Number number, Class<?> type) {
        try {
            BigDecimal exact = new BigDecimal(number.toString());
            if (type == Long.class) {
                return exact.longValueExact();
            }
            if (type == Integer.class) {
                return exact.intValueExact();
            }
            if (type == Short.class) {
                return exact.shortValueExact();
            }
            if (type == Byte.class) {
                return exact.byteValueExact();
            }
            if (type == BigDecimal.class) {
                return exact;
            }
            if (type == BigInteger.class) {
                return exact.toBigIntegerExact();
            }
            if (type == Double.class && new BigDecimal(exact.doubleValue()).compareTo(exact) == 0) {
                return exact.doubleValue();
            }
            return null;
        } catch (ArithmeticException | NumberFormatException differs) {
            return null;
        }
    }
}
