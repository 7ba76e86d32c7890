package dev.dovetail.repository.internal.mapping;

import jakarta.persistence.EntityListeners;
import jakarta.persistence.ExcludeSuperclassListeners;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What is called in the life of an entity: listeners first, then its own methods, superclasses before subclasses. */
final class Callbacks {

    private final Map<Callback, List<Consumer<Object>>> calls = new EnumMap<>(Callback.class);

    /** With the classes of the hierarchy, the topmost first. */
    Callbacks(List<Class<?>> hierarchy, MappingFaults faults) {
        for (Class<?> listener : listeners(hierarchy)) {
            Object instance = Reflection.newInstance(Constructors.withoutParameters(listener, faults));
            for (Class<?> type : withSuperclasses(listener)) {
                for (Method method : type.getDeclaredMethods()) {
                    if (method.getParameterCount() == 1 && !method.isBridge() && !isOverridden(method, listener)) {
                        add(method, entity -> Reflection.invoke(method, instance, entity));
                    }
                }
            }
        }
        Class<?> last = hierarchy.get(hierarchy.size() - 1);
        for (Class<?> type : hierarchy) {
            for (Method method : type.getDeclaredMethods()) {
                if (method.getParameterCount() == 0 && !isOverridden(method, last)) {
                    add(method, entity -> Reflection.invoke(method, entity));
                }
            }
        }
    }

    private void add(Method method, Consumer<Object> call) {
        for (Callback callback : Callback.values()) {
            if (method.isAnnotationPresent(callback.annotation())) {
                method.setAccessible(true);
                calls.computeIfAbsent(callback, unused -> new ArrayList<>()).add(call);
            }
        }
    }

    private static Set<Class<?>> listeners(List<Class<?>> hierarchy) {
        Set<Class<?>> listeners = new LinkedHashSet<>();
        for (Class<?> type : hierarchy) {
            if (type.isAnnotationPresent(ExcludeSuperclassListeners.class)) {
                listeners.clear();
            }
            EntityListeners annotation = type.getDeclaredAnnotation(EntityListeners.class);
            if (annotation != null) {
                listeners.addAll(List.of(annotation.value()));
            }
        }
        return listeners;
    }

    private static List<Class<?>> withSuperclasses(Class<?> type) {
        List<Class<?>> classes = new ArrayList<>();
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            classes.add(0, c);
        }
        return classes;
    }

    /** One that is overridden is what the subclass makes of it: called if that is annotated, too, and once. */
    private static boolean isOverridden(Method method, Class<?> last) {
        if (Modifier.isPrivate(method.getModifiers()) || Modifier.isStatic(method.getModifiers())) {
            return false;
        }
        for (Class<?> c = last; c != null && c != method.getDeclaringClass(); c = c.getSuperclass()) {
            for (Method other : c.getDeclaredMethods()) {
                if (other.getName().equals(method.getName())
                        && List.of(other.getParameterTypes()).equals(List.of(method.getParameterTypes()))) {
                    return true;
                }
            }
        }
        return false;
    }

    void call(Callback callback, Object entity) {
        List<Consumer<Object>> found = calls.get(callback);
        if (found != null) {
            found.forEach(call -> call.accept(entity));
        }
    }
}
