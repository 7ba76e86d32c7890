package dev.dovetail.repository.internal.mapping;

import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.JoinColumn;
import java.lang.reflect.AnnotatedElement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The columns that are given for attributes from outside: by the entity that inherits them, or where an embeddable is
 * used.
 *
 * @param columns of basic attributes, by their paths
 * @param joins of references, by their paths
 */
record Overrides(Map<String, Column> columns, Map<String, List<JoinColumn>> joins) {

    static final Overrides NONE = new Overrides(Map.of(), Map.of());

    /** Those of a class and its superclasses; what stands lower wins. */
    static Overrides of(List<Class<?>> hierarchy) {
        Overrides all = NONE;
        for (Class<?> level : hierarchy) {
            all = of(level).under(all);
        }
        return all;
    }

    static Overrides of(AnnotatedElement annotations) {
        Map<String, Column> columns = new HashMap<>();
        for (AttributeOverride override : annotations.getAnnotationsByType(AttributeOverride.class)) {
            columns.put(override.name(), override.column());
        }
        Map<String, List<JoinColumn>> joins = new HashMap<>();
        for (AssociationOverride override : annotations.getAnnotationsByType(AssociationOverride.class)) {
            joins.put(override.name(), List.of(override.joinColumns()));
        }
        return new Overrides(columns, joins);
    }

    /** Both, where these win. */
    Overrides under(Overrides others) {
        Map<String, Column> allColumns = new HashMap<>(others.columns);
        allColumns.putAll(columns);
        Map<String, List<JoinColumn>> allJoins = new HashMap<>(others.joins);
        allJoins.putAll(joins);
        return new Overrides(allColumns, allJoins);
    }

    /** Those of the parts of an attribute, under which the attribute's own stand. */
    Overrides within(Accessor attribute) {
        return within(attribute.name()).under(of(attribute.annotations()));
    }

    /** Those whose paths begin with a name, without it. */
    Overrides within(String name) {
        return new Overrides(within(columns, name + "."), within(joins, name + "."));
    }

    private static <T> Map<String, T> within(Map<String, T> all, String prefix) {
        Map<String, T> inner = new HashMap<>();
        all.forEach((path, value) -> {
            if (path.startsWith(prefix)) {
                inner.put(path.substring(prefix.length()), value);
            }
        });
        return inner;
    }

    /** The column of a basic attribute: what is given from outside, or its own. */
    @Nullable
    Column column(Accessor attribute) {
        return columns.getOrDefault(attribute.name(), attribute.annotations().getAnnotation(Column.class));
    }

    /** The columns of a reference: what is given from outside, or its own. */
    List<JoinColumn> joins(Accessor attribute) {
        return joins.getOrDefault(
                attribute.name(), List.of(attribute.annotations().getAnnotationsByType(JoinColumn.class)));
    }
}
