package dev.dovetail.repository.internal.mapping;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The names of entities, tables and id columns, known before any of the entities is read. */
final class EntityNames {

    private final Set<Class<?>> entities;

    EntityNames(List<Class<?>> entities) {
        this.entities = new LinkedHashSet<>(entities);
    }

    boolean contains(Class<?> type) {
        return entities.contains(type);
    }

    String entity(Class<?> type) {
        Entity annotation = type.getAnnotation(Entity.class);
        return annotation == null || annotation.name().isEmpty() ? type.getSimpleName() : annotation.name();
    }

    String table(Class<?> type) {
        Table annotation = type.getAnnotation(Table.class);
        return SnakeCase.of(annotation == null || annotation.name().isEmpty() ? entity(type) : annotation.name());
    }

    String idColumn(Class<?> type) {
        List<Class<?>> hierarchy = Members.hierarchy(type);
        for (Accessor member : Members.of(hierarchy, Members.areProperties(hierarchy))) {
            if (member.annotations().isAnnotationPresent(Id.class)) {
                Column column = member.annotations().getAnnotation(Column.class);
                return SnakeCase.of(column == null || column.name().isEmpty() ? member.name() : column.name());
            }
        }
        return "id";
    }
}
