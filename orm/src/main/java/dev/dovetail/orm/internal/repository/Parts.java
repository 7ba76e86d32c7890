package dev.dovetail.orm.internal.repository;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the parts of embedded values and composite ids: by field, record component or getter. */
final class Parts {

    private Parts() {}

    static @Nullable Object value(Object whole, String part) {
        try {
            for (Class<?> type = whole.getClass(); type != null; type = type.getSuperclass()) {
                for (Field field : type.getDeclaredFields()) {
                    if (field.getName().equals(part)) {
                        field.setAccessible(true);
                        return field.get(whole);
                    }
                }
            }
            Method getter = whole.getClass()
                    .getMethod("get" + part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
            return getter.invoke(whole);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException failure) {
            throw new IllegalArgumentException(
                    whole.getClass().getName() + " has neither a field nor a getter for '" + part + "'", failure);
        }
    }
}
