package dev.dovetail.orm.internal.fetch;

import java.util.Collection;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.spi.NavigablePath;
import org.hibernate.type.AnyType;
import org.hibernate.type.CollectionType;
import org.hibernate.type.ComponentType;
import org.hibernate.type.EntityType;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/** Visits the to-one associations of entities, also those in embedded values and in loaded collections of such. */
final class ToOnes {

    private ToOnes() {}

    /** The positions of the attributes that hold some. */
    static int[] positions(EntityPersister persister) {
        Type[] types = persister.getPropertyTypes();
        return IntStream.range(0, types.length)
                .filter(i -> any(types[i], persister.getFactory()))
                .toArray();
    }

    static boolean isToOne(Type type) {
        return type instanceof EntityType || type instanceof AnyType;
    }

    /** The name of the root entity that a to-one leads to; null if it may be any. */
    static @Nullable String root(SessionFactoryImplementor factory, Type type) {
        return type instanceof EntityType entity
                ? factory.getMappingMetamodel()
                        .getEntityDescriptor(entity.getAssociatedEntityName())
                        .getRootEntityName()
                : null;
    }

    /**
     * Visits those of an entity.
     *
     * @param positions of its persister
     */
    static void visit(EntityPersister persister, int[] positions, Object entity, BiConsumer<String, Object> visitor) {
        Type[] types = persister.getPropertyTypes();
        String[] names = persister.getPropertyNames();
        for (int i : positions) {
            visit(names[i], types[i], persister.getValue(entity, i), visitor, persister.getFactory());
        }
    }

    private static void visit(
            String path,
            Type type,
            @Nullable Object value,
            BiConsumer<String, Object> visitor,
            SessionFactoryImplementor factory) {
        if (value == null) {
            return;
        }
        if (isToOne(type)) {
            visitor.accept(path, value);
        } else if (type instanceof ComponentType component) {
            Type[] types = component.getSubtypes();
            String[] names = component.getPropertyNames();
            for (int i = 0; i < types.length; i++) {
                if (any(types[i], factory)) {
                    visit(within(path) + names[i], types[i], component.getPropertyValue(value, i), visitor, factory);
                }
            }
        } else if (type instanceof CollectionType collection
                && value instanceof PersistentCollection<?> content
                && content.wasInitialized()) {
            Type elements = collection.getElementType(factory);
            for (Object element : content instanceof Map<?, ?> map ? map.values() : (Collection<?>) content) {
                visit(path, elements, element, visitor, factory);
            }
        }
    }

    /** The attributes of an id class are the entity's own. */
    private static String within(String path) {
        return path.equals(NavigablePath.IDENTIFIER_MAPPER_PROPERTY) ? "" : path + ".";
    }

    private static boolean any(Type[] types, SessionFactoryImplementor factory) {
        for (Type type : types) {
            if (any(type, factory)) {
                return true;
            }
        }
        return false;
    }

    private static boolean any(Type type, SessionFactoryImplementor factory) {
        return isToOne(type)
                || type instanceof ComponentType part && any(part.getSubtypes(), factory)
                || type instanceof CollectionType collection
                        && collection.getElementType(factory) instanceof ComponentType element
                        && any(element.getSubtypes(), factory);
    }
}
