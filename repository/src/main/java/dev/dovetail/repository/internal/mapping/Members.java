package dev.dovetail.repository.internal.mapping;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The persistent members of a class: its fields, or its properties if the id stands on a getter. */
final class Members {

    private Members() {}

    /** The class and its mapped superclasses, the topmost first. */
    static List<Class<?>> hierarchy(Class<?> type) {
        List<Class<?>> classes = new ArrayList<>();
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            if (c == type || c.isAnnotationPresent(MappedSuperclass.class) || c.isAnnotationPresent(Entity.class)) {
                classes.add(0, c);
            }
        }
        return classes;
    }

    /** Whether the attributes are properties. */
    static boolean areProperties(List<Class<?>> hierarchy) {
        return hierarchy.stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .anyMatch(
                        method -> method.isAnnotationPresent(Id.class) || method.isAnnotationPresent(EmbeddedId.class));
    }

    static List<Accessor> of(List<Class<?>> hierarchy, boolean properties) {
        List<Accessor> members = new ArrayList<>();
        for (Class<?> type : hierarchy) {
            // The components of a record have accessors of another kind than properties.
            members.addAll(properties && !type.isRecord() ? properties(type) : fields(type));
        }
        return members;
    }

    private static List<Accessor> fields(Class<?> type) {
        List<Accessor> members = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            int modifiers = field.getModifiers();
            if (!Modifier.isStatic(modifiers)
                    && !Modifier.isTransient(modifiers)
                    && !field.isSynthetic()
                    && !field.isAnnotationPresent(Transient.class)) {
                members.add(new FieldAccessor(field));
            }
        }
        return members;
    }

    private static List<Accessor> properties(Class<?> type) {
        List<Accessor> members = new ArrayList<>();
        for (Method getter : type.getDeclaredMethods()) {
            String name = propertyName(getter);
            if (name != null && !getter.isAnnotationPresent(Transient.class)) {
                Method setter = setter(type, name, getter.getReturnType());
                if (setter != null) {
                    members.add(new PropertyAccessor(name, getter, setter));
                }
            }
        }
        // Reflection gives methods in any order.
        members.sort(Comparator.comparing(Accessor::name));
        return members;
    }

    /** The property that a method gets, or null. */
    static @Nullable String propertyName(Method method) {
        String name = method.getName();
        if (method.getParameterCount() != 0
                || method.getReturnType() == void.class
                || Modifier.isStatic(method.getModifiers())
                || method.isSynthetic()) {
            return null;
        }
        if (name.startsWith("get") && name.length() > 3) {
            return decapitalize(name.substring(3));
        }
        boolean isFlag = method.getReturnType() == boolean.class || method.getReturnType() == Boolean.class;
        return isFlag && name.startsWith("is") && name.length() > 2 ? decapitalize(name.substring(2)) : null;
    }

    private static @Nullable Method setter(Class<?> type, String name, Class<?> value) {
        try {
            return type.getDeclaredMethod(
                    "set" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1), value);
        } catch (NoSuchMethodException none) {
            return null;
        }
    }

    private static String decapitalize(String name) {
        boolean isAcronym =
                name.length() > 1 && Character.isUpperCase(name.charAt(0)) && Character.isUpperCase(name.charAt(1));
        return isAcronym ? name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
