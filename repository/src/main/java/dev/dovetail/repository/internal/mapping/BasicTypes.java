package dev.dovetail.repository.internal.mapping;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URL;
import java.time.temporal.Temporal;
import java.util.Date;
import java.util.Set;
import java.util.UUID;

/** The types of values that go into one column. */
final class BasicTypes {

    private static final Set<Class<?>> KNOWN = Set.of(
            String.class,
            Boolean.class,
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class,
            Character.class,
            BigInteger.class,
            BigDecimal.class,
            UUID.class,
            java.time.Duration.class,
            URL.class,
            byte[].class);

    private BasicTypes() {}

    static boolean contains(Class<?> type) {
        return type.isPrimitive()
                || type.isEnum()
                || KNOWN.contains(type)
                || Date.class.isAssignableFrom(type)
                || (Temporal.class.isAssignableFrom(type) && type.getName().startsWith("java.time."));
    }
}
