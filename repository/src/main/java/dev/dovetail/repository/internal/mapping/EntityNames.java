package dev.dovetail.repository.internal.mapping;

import jakarta.persistence.Entity;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Table;
import java.lang.reflect.Modifier;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names of entities and tables, and how entities inherit, known before any of them is read. */
final class EntityNames {

    private final Set<Class<?>> entities;

    EntityNames(List<Class<?>> entities) {
        this.entities = new LinkedHashSet<>(entities);
    }

    boolean contains(Class<?> type) {
        return entities.contains(type);
    }

    /** The entities, each after the one it inherits from. */
    List<Class<?>> inOrder() {
        Set<Class<?>> ordered = new LinkedHashSet<>();
        entities.forEach(type -> addAfterParents(type, ordered));
        return List.copyOf(ordered);
    }

    private void addAfterParents(Class<?> type, Set<Class<?>> ordered) {
        Class<?> parent = parent(type);
        if (parent != null) {
            addAfterParents(parent, ordered);
        }
        if (entities.contains(type)) {
            ordered.add(type);
        }
    }

    String entity(Class<?> type) {
        Entity annotation = type.getAnnotation(Entity.class);
        return annotation == null || annotation.name().isEmpty() ? type.getSimpleName() : annotation.name();
    }

    /** The next entity among the superclasses, or null. */
    static @Nullable Class<?> parent(Class<?> type) {
        for (Class<?> c = type.getSuperclass(); c != null; c = c.getSuperclass()) {
            if (c.isAnnotationPresent(Entity.class)) {
                return c;
            }
        }
        return null;
    }

    /** The topmost entity that a class inherits from, or the class itself. */
    static Class<?> root(Class<?> type) {
        Class<?> parent = parent(type);
        return parent == null ? type : root(parent);
    }

    /** How the entities of a hierarchy are spread over tables. */
    static InheritanceType strategy(Class<?> type) {
        Inheritance annotation = root(type).getAnnotation(Inheritance.class);
        return annotation == null ? InheritanceType.SINGLE_TABLE : annotation.strategy();
    }

    /** Whether it inherits, or another entity inherits from it. */
    boolean isInHierarchy(Class<?> type) {
        return parent(type) != null || hasChildren(type);
    }

    private boolean hasChildren(Class<?> type) {
        return entities.stream().anyMatch(other -> other != type && type.isAssignableFrom(other));
    }

    /** A class of which there are entities, and what inherits from it. */
    List<Class<?>> concrete(Class<?> type) {
        return entities.stream()
                .filter(type::isAssignableFrom)
                .filter(other -> !Modifier.isAbstract(other.getModifiers()))
                .toList();
    }

    /** Whether a database has a single table that holds all entities of a class, so that a foreign key can point to it. */
    boolean hasOneTable(Class<?> type) {
        return strategy(type) != InheritanceType.TABLE_PER_CLASS || !hasChildren(type);
    }

    /** The name of the table in which the fake keeps the entities of a whole hierarchy. */
    String store(Class<?> type) {
        return declared(root(type));
    }

    /** The name of the table in which a database keeps the attributes that a class declares. */
    String table(Class<?> type) {
        return strategy(type) == InheritanceType.SINGLE_TABLE ? declared(root(type)) : declared(type);
    }

    private String declared(Class<?> type) {
        Table annotation = type.getAnnotation(Table.class);
        return SnakeCase.of(annotation == null || annotation.name().isEmpty() ? entity(type) : annotation.name());
    }
}
