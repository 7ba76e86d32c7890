package dev.dovetail.repository.language;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;

/** Numbers as they are written in Java, and as Jakarta Persistence adds: 1BI and 1.5BD. */
final class NumberLiterals {

    private NumberLiterals() {}

    /**
     * The number.
     *
     * @throws NumberFormatException if it is none, or too large for its type
     */
    static Number parse(String text) {
        String plain = text.replace("_", "");
        String lower = plain.toLowerCase(Locale.ROOT);
        if (lower.endsWith("bi")) {
            return new BigInteger(plain.substring(0, plain.length() - 2));
        }
        if (lower.endsWith("bd")) {
            return new BigDecimal(plain.substring(0, plain.length() - 2));
        }
        if (lower.endsWith("l")) {
            return Long.valueOf(plain.substring(0, plain.length() - 1));
        }
        if (lower.endsWith("f")) {
            return finite(Float.valueOf(plain));
        }
        if (lower.endsWith("d") || lower.contains(".") || lower.contains("e")) {
            return finite(Double.valueOf(plain));
        }
        return Integer.valueOf(plain);
    }

    private static Number finite(Number number) {
        if (Double.isInfinite(number.doubleValue())) {
            throw new NumberFormatException("too large");
        }
        return number;
    }
}
