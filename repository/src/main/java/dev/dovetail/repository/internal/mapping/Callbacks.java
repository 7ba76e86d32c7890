package dev.dovetail.repository.internal.mapping;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The lifecycle methods of an entity class, those of mapped superclasses first. */
final class Callbacks {

    private final Map<Callback, List<Method>> methods = new EnumMap<>(Callback.class);

    /** With the classes of the hierarchy, the topmost first. */
    Callbacks(List<Class<?>> hierarchy) {
        for (Class<?> type : hierarchy) {
            for (Method method : type.getDeclaredMethods()) {
                for (Callback callback : Callback.values()) {
                    if (method.isAnnotationPresent(callback.annotation())) {
                        method.setAccessible(true);
                        methods.computeIfAbsent(callback, unused -> new ArrayList<>())
                                .add(method);
                    }
                }
            }
        }
    }

    void call(Callback callback, Object entity) {
        for (Method method : methods.getOrDefault(callback, List.of())) {
            Reflection.invoke(method, entity);
        }
    }
}
