package dev.dovetail.orm.internal.entity;

import java.util.function.UnaryOperator;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.type.CollectionType;
import org.hibernate.type.ComponentType;
import org.hibernate.type.EntityType;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/** Embedded values as parts of entities. */
public final class EmbeddedValues {

    private EmbeddedValues() {}

    /** An embedded value with the references in it exchanged. */
    public static Object within(
            ComponentType component,
            Object value,
            UnaryOperator<@Nullable Object> exchange,
            SharedSessionContractImplementor session) {
        @Nullable Object[] parts = component.getPropertyValues(value);
        boolean changed = false;
        for (int i = 0; i < parts.length; i++) {
            Type type = component.getSubtypes()[i];
            Object old = parts[i];
            if (type instanceof EntityType || type instanceof CollectionType) {
                parts[i] = exchange.apply(old);
            } else if (type instanceof ComponentType inner && old != null) {
                parts[i] = within(inner, old, exchange, session);
            }
            changed |= parts[i] != old;
        }
        return changed ? component.replacePropertyValues(value, parts, session) : value;
    }
}
