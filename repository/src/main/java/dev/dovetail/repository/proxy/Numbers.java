package dev.dovetail.repository.proxy;

import org.jspecify.annotations.Nullable;

/** The type in which a method returns a number of entities. */
enum Numbers {
    NOTHING,
    INT,
    LONG;

    /** The type for a return type, or null if it cannot hold a number of entities. */
    static @Nullable Numbers forReturn(Class<?> type) {
        if (type == void.class) {
            return NOTHING;
        }
        if (type == int.class || type == Integer.class) {
            return INT;
        }
        return type == long.class || type == Long.class ? LONG : null;
    }

    /** The number in this type. */
    @Nullable
    Object of(long number) {
        return switch (this) {
            case NOTHING -> null;
            case INT -> Math.toIntExact(number);
            case LONG -> number;
        };
    }
}
