package dev.dovetail.orm.internal.query;

import dev.dovetail.core.error.Explanation;
import dev.dovetail.orm.error.OrmError;
import dev.dovetail.orm.error.WorkException;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a row of values becomes: a value, an array, or an object whose constructor takes the values. */
final class RowShape<R> {

    private final Class<R> type;
    private final int width;
    private final @Nullable Constructor<?> constructor;

    private RowShape(Class<R> type, int width, @Nullable Constructor<?> constructor) {
        this.type = type;
        this.width = width;
        this.constructor = constructor;
    }

    /**
     * For rows of some width.
     *
     * @throws WorkException if the type can hold no such row
     */
    static <R> RowShape<R> of(Class<R> type, int width) {
        Constructor<?> constructor = type == Object[].class ? null : constructor(type, width);
        if (constructor == null && type != Object[].class && (width != 1 || type.isRecord())) {
            throw mismatch(
                    type.getSimpleName() + " cannot hold a row of " + width + " values.",
                    "it has no constructor with " + width + " parameters, or several");
        }
        return new RowShape<>(type, width, constructor);
    }

    @Nullable
    R of(Object row) {
        if (width == 1) {
            Object value = row instanceof Object[] values && values.length == 1 ? values[0] : row;
            return single(value);
        }
        return type == Object[].class ? type.cast(row) : construct((@Nullable Object[]) row);
    }

    private @Nullable R single(@Nullable Object value) {
        if (type == Object[].class) {
            return type.cast(new @Nullable Object[] {value});
        }
        Class<R> boxed = boxed(type);
        if (constructor != null && !boxed.isInstance(value)) {
            return construct(new @Nullable Object[] {value});
        }
        if (value == null && !type.isPrimitive()) {
            return null;
        }
        Object fitting = fit(value, boxed);
        if (fitting == null || !boxed.isInstance(fitting)) {
            throw mismatch(
                    "A value is a " + name(value) + " and not a " + type.getSimpleName() + ".",
                    "the query selects something else, or nothing where it is null");
        }
        return boxed.cast(fitting);
    }

    private R construct(@Nullable Object[] values) {
        Constructor<?> known = Objects.requireNonNull(constructor);
        Class<?>[] parameters = known.getParameterTypes();
        @Nullable Object[] arguments = new @Nullable Object[values.length];
        for (int i = 0; i < values.length; i++) {
            arguments[i] = fit(values[i], boxed(parameters[i]));
            if (arguments[i] == null
                    ? parameters[i].isPrimitive()
                    : !boxed(parameters[i]).isInstance(arguments[i])) {
                throw mismatch(
                        "Value " + (i + 1) + " of a row is a " + name(values[i]) + ", and " + type.getSimpleName()
                                + " takes a " + parameters[i].getSimpleName() + " there.",
                        "the columns stand in another order, or the component has another type than the attribute");
            }
        }
        try {
            return type.cast(known.newInstance(arguments));
        } catch (InvocationTargetException failure) {
            if (failure.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            if (failure.getCause() instanceof Error thrown) {
                throw thrown;
            }
            throw new IllegalStateException(failure.getCause());
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Engines differ in the width of numbers; what loses nothing is the same number. */
    private static @Nullable Object fit(@Nullable Object value, Class<?> wanted) {
        return value instanceof Number number && Number.class.isAssignableFrom(wanted) && !wanted.isInstance(value)
                ? ExactNumbers.convert(number, wanted)
                : value;
    }

    private static @Nullable Constructor<?> constructor(Class<?> type, int width) {
        List<Constructor<?>> fitting = Arrays.stream(
                        type.isInterface() || type.isPrimitive()
                                ? new Constructor<?>[0]
                                : type.getDeclaredConstructors())
                .filter(candidate -> candidate.getParameterCount() == width)
                .toList();
        if (fitting.size() != 1 || type.getName().startsWith("java.")) {
            return null;
        }
        fitting.get(0).setAccessible(true);
        return fitting.get(0);
    }

    @SuppressWarnings("unchecked") // a box holds the values of its primitive
    private static <T> Class<T> boxed(Class<T> type) {
        return (Class<T>) MethodType.methodType(type).wrap().returnType();
    }

    private static String name(@Nullable Object value) {
        return value == null ? "null" : value.getClass().getSimpleName();
    }

    static WorkException mismatch(String fact, String cause) {
        return new WorkException(new Explanation(
                OrmError.ROW_MISMATCH,
                fact,
                cause,
                "give the record one component for each column, in their order and of their types; sums of whole numbers and"
                        + " counts are Long, averages Double"));
    }
}
