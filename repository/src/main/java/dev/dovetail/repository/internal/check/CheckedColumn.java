package dev.dovetail.repository.internal.check;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A column that a condition may name.
 *
 * @param name its name
 * @param slot its position in a row
 * @param kind what it holds
 */
public record CheckedColumn(String name, int slot, Kind kind) {

    /** What a column holds. */
    public enum Kind {
        /** A number. */
        NUMBER,
        /** Text. */
        TEXT,
        /** True or false. */
        BOOLEAN,
        /** An enum by its name. */
        ENUM_NAME,
        /** An enum by its position. */
        ENUM_POSITION,
        /** Something that can only be compared with null. */
        OTHER;

        /** Of a column with values of a type; for an enum, whether by name. */
        public static Kind of(Class<?> type, boolean enumName) {
            if (type.isEnum()) {
                return enumName ? ENUM_NAME : ENUM_POSITION;
            }
            if (type == String.class || type == Character.class || type == char.class) {
                return TEXT;
            }
            if (type == Boolean.class || type == boolean.class) {
                return BOOLEAN;
            }
            return Number.class.isAssignableFrom(type) || (type.isPrimitive() && type != void.class) ? NUMBER : OTHER;
        }
    }

    /** The value as it is compared: a {@link BigDecimal}, a String or a Boolean. */
    @Nullable
    Object comparable(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        return switch (kind) {
            case NUMBER -> new BigDecimal(value.toString());
            case ENUM_NAME -> ((Enum<?>) value).name();
            case ENUM_POSITION -> BigDecimal.valueOf(((Enum<?>) value).ordinal());
            case TEXT -> value.toString();
            case BOOLEAN, OTHER -> value;
        };
    }

    /** What it is compared with. */
    Type type() {
        return switch (kind) {
            case NUMBER, ENUM_POSITION -> Type.NUMBER;
            case TEXT, ENUM_NAME -> Type.TEXT;
            case BOOLEAN -> Type.BOOLEAN;
            case OTHER -> Type.OTHER;
        };
    }
}
