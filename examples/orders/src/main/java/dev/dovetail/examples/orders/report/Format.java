package dev.dovetail.examples.orders.report;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;

/** Numbers as people read them, the same in every locale. */
public final class Format {

    private Format() {}

    /** A count: {@code 6,000}. */
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** A count and what is counted: {@code 1 order}, {@code 6,000 orders}. */
    public static String count(long count, String singular) {
        return count(count) + " " + singular + (count == 1 ? "" : "s");
    }

    /** An amount of cents as euros, exactly: {@code 1,234.05 €}. */
    public static String euros(long cents) {
        return String.format(Locale.ROOT, "%,.2f €", BigDecimal.valueOf(cents, 2));
    }

    /** A time that was measured: {@code 12 ms}, {@code 3.4 s}. */
    public static String time(Duration elapsed) {
        long millis = Math.round(elapsed.toNanos() / 1e6);
        return millis < 1_000 ? millis + " ms" : String.format(Locale.ROOT, "%.1f s", millis / 1e3);
    }
}
