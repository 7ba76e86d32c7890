package dev.dovetail.orm.internal.fetch;

import org.hibernate.Hibernate;
import org.hibernate.event.spi.EventSource;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.BasicType;
import org.hibernate.type.ComponentType;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * What merging does to values that can change in place, such as arrays of bytes: where the managed entity has the same
 * already, Hibernate gives it the very value of the detached one, so that both would change together from then on.
 */
final class MergedValues {

    private MergedValues() {}

    /** Copies what the managed entity shares with the detached one. */
    static void unshare(Object detached, @Nullable Object merged, EventSource session) {
        Object managed = Hibernate.unproxy(merged);
        if (managed == null
                || managed == detached
                || session.getPersistenceContextInternal().getEntry(managed) == null) {
            return;
        }
        EntityPersister persister = session.getEntityPersister(null, managed);
        Type[] types = persister.getPropertyTypes();
        for (int i = 0; i < types.length; i++) {
            if (isMutable(types[i])) {
                Object value = persister.getValue(managed, i);
                if (value != null && isShared(types[i], value, persister.getValue(detached, i))) {
                    persister.setValue(managed, i, types[i].deepCopy(value, session.getFactory()));
                }
            }
        }
    }

    private static boolean isMutable(Type type) {
        if (type instanceof ComponentType component) {
            for (Type part : component.getSubtypes()) {
                if (isMutable(part)) {
                    return true;
                }
            }
            return false;
        }
        return type instanceof BasicType<?> && type.isMutable();
    }

    private static boolean isShared(Type type, Object value, @Nullable Object other) {
        if (!(type instanceof ComponentType component)) {
            return value == other;
        }
        if (other == null) {
            return false;
        }
        Object[] parts = component.getPropertyValues(value);
        Object[] others = component.getPropertyValues(other);
        for (int i = 0; i < parts.length; i++) {
            Type part = component.getSubtypes()[i];
            if (parts[i] != null && isMutable(part) && isShared(part, parts[i], others[i])) {
                return true;
            }
        }
        return false;
    }
}
