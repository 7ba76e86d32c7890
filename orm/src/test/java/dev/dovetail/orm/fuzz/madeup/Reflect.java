package dev.dovetail.orm.fuzz.madeup;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Calls what is known by name only. */
final class Reflect {

    private Reflect() {}

    static @Nullable Object call(Class<?> type, Object target, String method, @Nullable Object... arguments) {
        for (Method each : type.getMethods()) {
            if (each.getName().equals(method) && each.getParameterCount() == arguments.length && !each.isBridge()) {
                try {
                    return each.invoke(target, arguments);
                } catch (InvocationTargetException failure) {
                    if (failure.getCause() instanceof RuntimeException cause) {
                        throw cause;
                    }
                    throw new IllegalStateException(failure.getCause());
                } catch (IllegalAccessException failure) {
                    throw new IllegalStateException(failure);
                }
            }
        }
        throw new IllegalArgumentException(type + " has no method " + method);
    }

    static @Nullable Object get(Object target, String getter) {
        return call(target.getClass(), target, getter);
    }

    static Object instance(Class<?> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
