package dev.dovetail.core.bulk;

import org.jspecify.annotations.Nullable;

/** What is done to the values of rows, whatever their columns. */
final class BulkValues {

    private static final int SIZE_OF_OTHERS = 16;

    private BulkValues() {}

    /** Roughly how much memory a value takes. */
    static long size(@Nullable Object value) {
        if (value instanceof CharSequence text) {
            return text.length();
        }
        if (value instanceof byte[] bytes) {
            return bytes.length;
        }
        if (value instanceof @Nullable Object[] array) {
            long size = 0;
            for (Object element : array) {
                size += size(element);
            }
            return size;
        }
        return value == null ? 0 : SIZE_OF_OTHERS;
    }

    /** A copy of what the source of the rows may change for its next row. */
    static Object copy(Object value) {
        if (value instanceof byte[] bytes) {
            return bytes.clone();
        }
        if (value instanceof @Nullable Object[] array) {
            @Nullable Object[] copy = array.clone();
            for (int i = 0; i < copy.length; i++) {
                Object element = copy[i];
                copy[i] = element == null ? null : copy(element);
            }
            return copy;
        }
        return value;
    }
}
