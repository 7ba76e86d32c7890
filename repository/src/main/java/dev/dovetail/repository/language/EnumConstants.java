package dev.dovetail.repository.language;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds enum constants by the names that queries write: alone, behind the class, or behind its full name. */
final class EnumConstants {

    private EnumConstants() {}

    static @Nullable Object find(List<String> names, @Nullable Class<?> type) {
        if (type == null || !type.isEnum()) {
            return null;
        }
        String owner = String.join(".", names.subList(0, names.size() - 1));
        boolean isOwner = owner.isEmpty()
                || owner.equals(type.getSimpleName())
                || owner.equals(type.getCanonicalName())
                || owner.equals(type.getName());
        if (isOwner) {
            for (Object constant : type.getEnumConstants()) {
                if (((Enum<?>) constant).name().equals(names.get(names.size() - 1))) {
                    return constant;
                }
            }
        }
        return null;
    }

    static String unknown(String written, Class<?> type) {
        return type.getSimpleName() + " has no constant '" + written + "'";
    }

    static String suggestion(Class<?> type) {
        return "write one of "
                + Arrays.stream(type.getEnumConstants())
                        .map(constant -> type.getSimpleName() + "." + ((Enum<?>) constant).name())
                        .collect(Collectors.joining(", "));
    }
}
