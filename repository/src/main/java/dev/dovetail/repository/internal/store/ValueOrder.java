package dev.dovetail.repository.internal.store;

import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The order of values: strings as the engine has it, numbers and times by size, false before true, null after
 * everything else.
 */
public final class ValueOrder {

    private ValueOrder() {}

    /** Compares in ascending order, nulls greatest, text as an engine does. */
    public static int compare(TextRules rules, @Nullable Object a, @Nullable Object b, boolean ignoreCase) {
        if (a == null || b == null) {
            return a == b ? 0 : a == null ? 1 : -1;
        }
        if (a instanceof String x && b instanceof String y) {
            return ignoreCase ? rules.compare(rules.lower(x), rules.lower(y)) : rules.compare(x, y);
        }
        if (a instanceof byte[] x && b instanceof byte[] y) {
            return Arrays.compareUnsigned(x, y);
        }
        if (a instanceof Double || a instanceof Float) {
            // Zero has two signs, but one place.
            return Double.compare(((Number) a).doubleValue() + 0.0, ((Number) b).doubleValue() + 0.0);
        }
        if (a instanceof OffsetDateTime x && b instanceof OffsetDateTime y) {
            // The same moment in two zones is one value.
            return x.toInstant().compareTo(y.toInstant());
        }
        if (a instanceof ZonedDateTime x && b instanceof ZonedDateTime y) {
            return x.toInstant().compareTo(y.toInstant());
        }
        // Java compares the halves of a UUID as signed numbers, databases its bytes.
        return a instanceof UUID ? a.toString().compareTo(b.toString()) : compareNaturally(a, b);
    }

    @SuppressWarnings("unchecked") // both are values of one column
    private static int compareNaturally(Object a, Object b) {
        return ((Comparable<Object>) a).compareTo(b);
    }
}
