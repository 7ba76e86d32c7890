package dev.dovetail.orm.internal.savepoint;

import dev.dovetail.orm.internal.entity.EmbeddedValues;
import java.util.IdentityHashMap;
import java.util.Map;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.type.CollectionType;
import org.hibernate.type.ComponentType;
import org.hibernate.type.EntityType;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/** What stands now for proxies and collections that were loaded since the savepoint. */
final class References {

    private final Map<Object, Object> replaced = new IdentityHashMap<>();

    void replace(Object old, Object by) {
        replaced.put(old, by);
    }

    @Nullable
    Object of(@Nullable Object reference) {
        return reference == null || replaced.isEmpty() ? reference : replaced.getOrDefault(reference, reference);
    }

    /** A copy of a value, so that nobody else changes it, with the references that hold now. */
    @Nullable
    Object copy(Type type, @Nullable Object value, SharedSessionContractImplementor session) {
        if (type instanceof EntityType || type instanceof CollectionType) {
            return of(value);
        }
        if (value == null || !type.isMutable()) {
            return value;
        }
        Object copy = type.deepCopy(value, session.getFactory());
        return type instanceof ComponentType component && copy != null && !replaced.isEmpty()
                ? EmbeddedValues.within(component, copy, this::of, session)
                : copy;
    }
}
