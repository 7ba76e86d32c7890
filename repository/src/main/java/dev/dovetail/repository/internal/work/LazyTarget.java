package dev.dovetail.repository.internal.work;

import dev.dovetail.repository.internal.mapping.EntityMapping;
import dev.dovetail.repository.internal.mapping.Reflection;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** The entity behind a proxy: known by its id, and perhaps loaded. Public only for the generated proxies. */
public final class LazyTarget implements InvocationHandler {

    private final EntityMapping mapping;
    private final Object id;
    private final Origin origin;
    private final @Nullable Method idGetter;
    private @Nullable Object entity;

    LazyTarget(EntityMapping mapping, Object id, Origin origin, @Nullable Method idGetter) {
        this.mapping = mapping;
        this.id = id;
        this.origin = origin;
        this.idGetter = idGetter;
    }

    EntityMapping mapping() {
        return mapping;
    }

    Object id() {
        return id;
    }

    /** The entity, or null as long as it is not loaded. */
    @Nullable
    Object entity() {
        return entity;
    }

    /** With null it is as if it had never been loaded. */
    void loaded(@Nullable Object loadedEntity) {
        entity = loadedEntity;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments) {
        if (method.getDeclaringClass() == LazyReference.class) {
            return this;
        }
        if (method.equals(idGetter)) {
            return id;
        }
        // As long as a class does not say otherwise, an entity is equal to itself only: that needs no loading.
        if (method.getDeclaringClass() == Object.class
                && arguments != null
                && method.getName().equals("equals")) {
            return proxy == arguments[0];
        }
        if (method.getDeclaringClass() == Object.class && method.getName().equals("hashCode")) {
            return System.identityHashCode(proxy);
        }
        Object target = entity;
        if (target == null) {
            throw origin.unloaded();
        }
        method.setAccessible(true);
        Object result =
                arguments == null ? Reflection.invoke(method, target) : Reflection.invoke(method, target, arguments);
        // What returns 'this' must not hand out the entity behind the proxy.
        return result == target ? proxy : result;
    }
}
