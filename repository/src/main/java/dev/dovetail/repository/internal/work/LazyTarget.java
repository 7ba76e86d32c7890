package dev.dovetail.repository.internal.work;

import dev.dovetail.core.error.Explanation;
import dev.dovetail.repository.LazyPolicy;
import dev.dovetail.repository.NoResultException;
import dev.dovetail.repository.RepositoryError;
import dev.dovetail.repository.internal.mapping.EntityMapping;
import dev.dovetail.repository.internal.mapping.Reflection;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** The entity behind a proxy: known by its id, and perhaps loaded. Public only for the generated proxies. */
public final class LazyTarget implements InvocationHandler {

    private final EntityMapping mapping;
    private final Object id;
    private final Runnable load;
    private final @Nullable Method idGetter;
    private Origin origin;
    private @Nullable Object entity;

    LazyTarget(EntityMapping mapping, Object id, Origin origin, Runnable load, @Nullable Method idGetter) {
        this.mapping = mapping;
        this.id = id;
        this.origin = origin;
        this.load = load;
        this.idGetter = idGetter;
    }

    EntityMapping mapping() {
        return mapping;
    }

    Object id() {
        return id;
    }

    LazyPolicy policy() {
        return origin.policy();
    }

    /** It is reached through another association, too, whose policy is stricter. */
    void reachedFrom(Origin stricter) {
        origin = stricter;
    }

    boolean isReachedFrom(ManagedEntity owner) {
        return origin.owner() == owner;
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
            return mapping.id().id(id);
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
        Object target = loaded();
        method.setAccessible(true);
        Object result =
                arguments == null ? Reflection.invoke(method, target) : Reflection.invoke(method, target, arguments);
        // What returns 'this' must not hand out the entity behind the proxy.
        return result == target ? proxy : result;
    }

    private Object loaded() {
        if (entity == null) {
            origin.use(load);
        }
        Object target = entity;
        if (target == null) {
            throw new NoResultException(new Explanation(
                    RepositoryError.NO_RESULT,
                    mapping.name() + " with id " + mapping.id().id(id) + " is not in the database (any more).",
                    "it was deleted, here or by another transaction",
                    "look for it with a find method, which says so without an exception"));
        }
        return target;
    }
}
