package dev.dovetail.core.internal.bulk;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cuts chunks so that no statement has two rows that the engine may take for the same key. */
final class DistinctKeys {

    private final int[] key;

    DistinctKeys(int[] key) {
        this.key = key;
    }

    /** The end of the rows from the first one on that surely have different keys. */
    int end(List<@Nullable Object[]> rows, int from, int to) {
        if (key.length == 0 || areAscending(rows, from, to)) {
            return to;
        }
        Set<Object> seen = new HashSet<>();
        for (int i = from; i < to; i++) {
            Object loose = loose(rows.get(i));
            if (loose != null && !seen.add(loose)) {
                return i;
            }
        }
        return to;
    }

    /** As many sources of rows are; it takes no memory to find out. */
    private boolean areAscending(List<@Nullable Object[]> rows, int from, int to) {
        if (key.length > 1) {
            return false;
        }
        long before = Long.MIN_VALUE;
        for (int i = from; i < to; i++) {
            if (!(rows.get(i)[key[0]] instanceof Long value) || value <= before) {
                return false;
            }
            before = value;
        }
        return true;
    }

    /** The key, equal for all that any collation or padding might call equal; null if null is part of it. */
    private @Nullable Object loose(@Nullable Object[] row) {
        if (key.length == 1) {
            return loose(row[key[0]]);
        }
        List<Object> parts = new ArrayList<>(key.length);
        for (int column : key) {
            Object part = loose(row[column]);
            if (part == null) {
                return null;
            }
            parts.add(part);
        }
        return parts;
    }

    private static @Nullable Object loose(@Nullable Object value) {
        if (value instanceof String text) {
            return text.strip().toLowerCase(Locale.ROOT);
        }
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros();
        }
        if (value instanceof byte[] bytes) {
            return ByteBuffer.wrap(bytes);
        }
        return value instanceof Object[] array ? Arrays.asList(array) : value;
    }
}
