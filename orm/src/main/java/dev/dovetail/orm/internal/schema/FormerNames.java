package dev.dovetail.orm.internal.schema;

import dev.dovetail.orm.internal.schema.Blueprint.FormerName;
import dev.dovetail.repository.RenamedFrom;
import java.beans.Introspector;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.jspecify.annotations.Nullable;

/** Reads {@link RenamedFrom} on entities and their attributes, those of embeddables included. */
final class FormerNames {

    private final List<FormerName> names = new ArrayList<>();

    private FormerNames() {}

    static List<FormerName> of(Metadata metadata) {
        FormerNames found = new FormerNames();
        metadata.getEntityBindings().forEach(found::read);
        return List.copyOf(found.names);
    }

    private void read(PersistentClass entity) {
        Class<?> type = entity.getMappedClass();
        if (type == null) {
            return;
        }
        add(type, entity.getTable().getName(), null);
        List<Property> properties = new ArrayList<>(entity.getDeclaredProperties());
        if (entity.getIdentifierProperty() != null) {
            properties.add(entity.getIdentifierProperty());
        }
        properties.forEach(property -> read(property, type));
    }

    private void read(Property property, Class<?> owner) {
        for (Column column : property.getColumns()) {
            String table = property.getValue().getTable().getName();
            members(owner, property.getName()).forEach(member -> add(member, table, column.getName()));
        }
        if (property.getValue() instanceof Component component && component.getComponentClass() != null) {
            component.getProperties().forEach(part -> read(part, component.getComponentClass()));
        }
    }

    private void add(AnnotatedElement element, String table, @Nullable String column) {
        RenamedFrom annotation = element.getAnnotation(RenamedFrom.class);
        if (annotation != null) {
            for (String former : annotation.value()) {
                names.add(new FormerName(table, column, former));
            }
        }
    }

    private static List<AnnotatedElement> members(Class<?> owner, String attribute) {
        List<AnnotatedElement> members = new ArrayList<>();
        for (Class<?> type = owner; type != null && type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(attribute)) {
                    members.add(field);
                }
            }
            for (Method method : type.getDeclaredMethods()) {
                String name = method.getName().replaceFirst("^(get|is)", "");
                if (method.getParameterCount() == 0
                        && Introspector.decapitalize(name).equals(attribute)) {
                    members.add(method);
                }
            }
        }
        return members;
    }
}
