package dev.dovetail.repository.internal.mapping;

import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
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

    /** Calls a constructor. */
    public static Object newInstance(Constructor<?> constructor, @Nullable Object... arguments) {
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException thrown) {
            throw unchecked(thrown, constructor);
        } catch (InstantiationException | IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The class of the objects that stand for the values of a type. */
    static Class<?> box(Class<?> type) {
        return MethodType.methodType(type).wrap().returnType();
    }

    /** What a field of a primitive type holds before it is set. */
    static Object zero(Class<?> primitive) {
        return Array.get(Array.newInstance(primitive, 1), 0);
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
