package dev.dovetail.repository.internal.mapping;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Calls code of entity classes; what it throws is thrown unchanged if it can be. */
public final class Reflection {

    private Reflection() {}

    /** Calls a method. */
    public static @Nullable Object invoke(Method method, Object owner, @Nullable Object... arguments) {
        try {
            return method.invoke(owner, arguments);
        } catch (InvocationTargetException thrown) {
            throw unchecked(thrown, method);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Calls a constructor without parameters. */
    public static Object newInstance(Constructor<?> constructor) {
        try {
            return constructor.newInstance();
        } catch (InvocationTargetException thrown) {
            throw unchecked(thrown, constructor);
        } catch (InstantiationException | IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static RuntimeException unchecked(InvocationTargetException thrown, Object what) {
        if (thrown.getCause() instanceof Error error) {
            throw error;
        }
        return thrown.getCause() instanceof RuntimeException failure
                ? failure
                : new IllegalStateException(what + " failed", thrown.getCause());
    }
}
