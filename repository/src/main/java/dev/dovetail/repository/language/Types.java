package dev.dovetail.repository.language;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;

/** What types mean in queries. All of them are boxed. */
public final class Types {

    private static final Set<Class<?>> WHOLE = Set.of(Byte.class, Short.class, Integer.class, Long.class);

    /** The first one that is the type of an operand is the type of the result. */
    private static final List<Class<?>> PROMOTION =
            List.of(Double.class, Float.class, BigDecimal.class, BigInteger.class, Long.class);

    private Types() {}

    /** Whether it is a type of number that can be computed with. */
    public static boolean isNumber(Class<?> type) {
        return Number.class.isAssignableFrom(type) && (isWhole(type) || PROMOTION.contains(type));
    }

    /** Whether its numbers have no fraction. */
    public static boolean isWhole(Class<?> type) {
        return WHOLE.contains(type) || type == BigInteger.class;
    }

    /** Whether its values are texts. */
    public static boolean isText(Class<?> type) {
        return type == String.class || type == Character.class;
    }

    /** The type of what is computed from two numbers. */
    public static Class<?> promoted(Class<?> a, Class<?> b) {
        for (Class<?> type : PROMOTION) {
            if (a == type || b == type) {
                return type;
            }
        }
        return Integer.class;
    }

    /** A value of a type, in words. */
    static String described(Class<?> type) {
        String name = type.getSimpleName();
        return ("AEIOU".indexOf(name.charAt(0)) < 0 ? "a " : "an ") + name;
    }

    /** Whether values of the types can be compared. */
    static boolean areComparable(Class<?> a, Class<?> b) {
        return isNumber(a) && isNumber(b) || isText(a) && isText(b) || a.isAssignableFrom(b) || b.isAssignableFrom(a);
    }

    /** Whether an attribute of a type can take a value of another one. */
    static boolean isAssignable(Class<?> attribute, Class<?> value) {
        if (!isNumber(attribute) || !isNumber(value)) {
            return attribute.isAssignableFrom(value);
        }
        boolean isNarrow = attribute == Byte.class || attribute == Short.class;
        return attribute == value
                || attribute == Double.class
                || attribute == Float.class
                || attribute == BigDecimal.class
                || isNarrow && value == Integer.class
                || isWhole(attribute) && isWhole(value) && promoted(attribute, value) == attribute;
    }
}
