package dev.dovetail.repository.internal.mapping;

/** Whole numbers of the types that ids and versions have. */
public final class Numbers {

    private Numbers() {}

    static boolean isInteger(Class<?> type) {
        return type == long.class
                || type == Long.class
                || type == int.class
                || type == Integer.class
                || type == short.class
                || type == Short.class;
    }

    /** A number as a value of a type. */
    public static Object of(long number, Class<?> type) {
        if (type == long.class || type == Long.class) {
            return number;
        }
        if (type == int.class || type == Integer.class) {
            return Math.toIntExact(number);
        }
        return (short) number;
    }
}
