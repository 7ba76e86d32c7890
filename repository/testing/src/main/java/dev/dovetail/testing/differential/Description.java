package dev.dovetail.testing.differential;

import jakarta.data.page.CursoredPage;
import jakarta.data.page.Page;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Transient;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Values as text that is equal if, and only if, they are. Loads nothing. */
record Description(boolean ids) {

    String call(Class<?> repository, Method method, List<?> arguments) {
        String shown =
                ids ? arguments.stream().map(argument -> of(argument, true)).collect(Collectors.joining(", ")) : "…";
        return repository.getSimpleName() + "." + method.getName() + "(" + shown + ")";
    }

    /** {@code ordered} is about the elements of lists and the like. */
    String of(@Nullable Object value, boolean ordered) {
        if (value == null) {
            return "null";
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(present -> "Optional[" + of(present, ordered) + "]")
                    .orElse("Optional.empty");
        }
        if (value instanceof Page<?> page) {
            return page(page);
        }
        if (value instanceof Collection<?> elements) {
            return elements(elements, ordered && !(value instanceof Set));
        }
        if (value.getClass().isArray()) {
            return elements(
                    IntStream.range(0, Array.getLength(value))
                            .mapToObj(i -> Array.get(value, i))
                            .toList(),
                    ordered || value instanceof byte[]);
        }
        Class<?> entity = entityOf(value.getClass());
        return entity == null ? plain(value) : object(value, entity);
    }

    private String page(Page<?> page) {
        String edges = page instanceof CursoredPage<?> cursored
                ? ", next " + cursored.hasNext() + ", previous " + cursored.hasPrevious()
                : "";
        String totals = page.hasTotals() ? ", of " + page.totalElements() : "";
        return "page " + elements(page.content(), true) + totals + edges;
    }

    private String elements(Collection<?> elements, boolean ordered) {
        Stream<String> texts = new ArrayList<>(elements).stream().map(element -> of(element, ordered));
        return (ordered ? texts : texts.sorted()).collect(Collectors.joining(", ", "[", "]"));
    }

    /** Records, enums, numbers and the like say what they are; other objects are shown by their fields. */
    private String plain(Object value) {
        Class<?> type = value.getClass();
        return type.getName().startsWith("java.") || value instanceof Enum<?> || saysWhatItIs(type)
                ? value.toString()
                : object(value, type);
    }

    private static boolean saysWhatItIs(Class<?> type) {
        try {
            return !type.isRecord() && type.getMethod("toString").getDeclaringClass() != Object.class;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private String object(Object value, Class<?> type) {
        return fields(type).stream()
                .map(field -> field.getName() + "=" + of(read(field, value), true))
                .collect(Collectors.joining(", ", type.getSimpleName() + "{", "}"));
    }

    private List<Field> fields(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                if (isCompared(field)) {
                    fields.add(field);
                }
            }
        }
        return fields;
    }

    private boolean isCompared(Field field) {
        Class<?> type = field.getType();
        return !Modifier.isStatic(field.getModifiers())
                && !Modifier.isTransient(field.getModifiers())
                && !field.isSynthetic()
                && !field.isAnnotationPresent(Transient.class)
                && entityOf(type) == null
                && !Collection.class.isAssignableFrom(type)
                && !Map.class.isAssignableFrom(type)
                && (ids || !field.isAnnotationPresent(GeneratedValue.class));
    }

    private static @Nullable Class<?> entityOf(Class<?> type) {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            if (at.isAnnotationPresent(Entity.class)) {
                return at;
            }
        }
        return null;
    }

    private static @Nullable Object read(Field field, Object value) {
        try {
            field.setAccessible(true);
            return field.get(value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
