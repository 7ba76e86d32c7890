package dev.dovetail.orm.internal.fetch;

import java.util.function.BiConsumer;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.ComponentType;
import org.hibernate.type.EntityType;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/** Visits the to-one associations of entities, also those in embedded values. */
final class ToOnes {

    private ToOnes() {}

    static boolean any(EntityPersister persister) {
        return any(persister.getPropertyTypes());
    }

    static void visit(EntityPersister persister, Object entity, BiConsumer<String, Object> visitor) {
        Type[] types = persister.getPropertyTypes();
        String[] names = persister.getPropertyNames();
        for (int i = 0; i < types.length; i++) {
            if (types[i] instanceof EntityType || types[i] instanceof ComponentType) {
                visit(names[i], types[i], persister.getValue(entity, i), visitor);
            }
        }
    }

    private static void visit(String path, Type type, @Nullable Object value, BiConsumer<String, Object> visitor) {
        if (value == null) {
            return;
        }
        if (type instanceof EntityType) {
            visitor.accept(path, value);
        } else if (type instanceof ComponentType component && any(component.getSubtypes())) {
            Type[] types = component.getSubtypes();
            String[] names = component.getPropertyNames();
            for (int i = 0; i < types.length; i++) {
                visit(path + "." + names[i], types[i], component.getPropertyValue(value, i), visitor);
            }
        }
    }

    private static boolean any(Type[] types) {
        for (Type type : types) {
            if (type instanceof EntityType || type instanceof ComponentType part && any(part.getSubtypes())) {
                return true;
            }
        }
        return false;
    }
}
