package dev.dovetail.repository.internal.mapping;

import dev.dovetail.repository.internal.mapping.AttributeMapping.Basic;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Elements;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Embedded;
import dev.dovetail.repository.internal.mapping.AttributeMapping.InverseToMany;
import dev.dovetail.repository.internal.mapping.AttributeMapping.JoinedToMany;
import dev.dovetail.repository.internal.store.Column;
import dev.dovetail.repository.internal.store.KeyColumns;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.UniqueConstraint;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads attributes that are collections and maps, of entities or values. */
final class CollectionReader {

    private final Class<?> entity;
    private final boolean properties;
    private final Catalog catalog;
    private final AssociationReader references;
    private final LinkReader links;

    CollectionReader(Class<?> entity, boolean properties, Catalog catalog, AssociationReader references) {
        this.entity = entity;
        this.properties = properties;
        this.catalog = catalog;
        this.references = references;
        this.links = new LinkReader(entity, properties, catalog);
    }

    static boolean isCollection(Accessor accessor) {
        return accessor.annotations().isAnnotationPresent(OneToMany.class)
                || accessor.annotations().isAnnotationPresent(ManyToMany.class)
                || accessor.annotations().isAnnotationPresent(ElementCollection.class);
    }

    /** The attribute; null after a fault. */
    @Nullable
    AttributeMapping read(Accessor accessor, Overrides overrides) {
        Class<?> type = accessor.type();
        if (type != List.class
                && type != Set.class
                && type != Collection.class
                && type != Map.class
                && !Sorting.isSorted(type)) {
            fault(
                    accessor,
                    "a " + type.getSimpleName() + " is not supported",
                    "declare a List, Set, SortedSet, Map or SortedMap");
            return null;
        }
        ElementCollection elements = accessor.annotations().getAnnotation(ElementCollection.class);
        if (elements != null) {
            return elements(accessor, elements, overrides);
        }
        OneToMany oneToMany = accessor.annotations().getAnnotation(OneToMany.class);
        ManyToMany manyToMany = accessor.annotations().getAnnotation(ManyToMany.class);
        Class<?> declared = oneToMany != null
                ? oneToMany.targetEntity()
                : manyToMany != null ? manyToMany.targetEntity() : void.class;
        Class<?> target = declared == void.class ? argument(accessor, ShapeReader.isMap(accessor) ? 1 : 0) : declared;
        if (references.isUnknown(accessor, target)) {
            return null;
        }
        if (manyToMany != null) {
            return links.manyToMany(accessor, manyToMany, target);
        }
        return oneToMany == null ? null : oneToMany(accessor, oneToMany, target);
    }

    private @Nullable AttributeMapping oneToMany(Accessor accessor, OneToMany annotation, Class<?> target) {
        Set<jakarta.persistence.CascadeType> cascades = Set.of(annotation.cascade());
        if (!annotation.mappedBy().isEmpty()) {
            CollectionShape shape = shapes(catalog.place(target)).inTarget(accessor);
            return shape == null
                    ? null
                    : new InverseToMany(
                            accessor, target, annotation.mappedBy(), shape, cascades, annotation.orphanRemoval());
        }
        List<JoinColumn> joins = List.of(accessor.annotations().getAnnotationsByType(JoinColumn.class));
        if (joins.isEmpty() || accessor.annotations().isAnnotationPresent(JoinTable.class)) {
            return links.oneToMany(accessor, annotation, target);
        }
        return joined(accessor, annotation, target, joins);
    }

    private @Nullable AttributeMapping joined(
            Accessor accessor, OneToMany annotation, Class<?> target, List<JoinColumn> joins) {
        references.checkJoins(accessor, joins, entity);
        if (joins.stream().anyMatch(join -> !join.insertable())) {
            fault(accessor, "a collection that does not write its join column is not supported", "use mappedBy");
        }
        Place place = catalog.place(target);
        boolean nullable = joins.stream().allMatch(JoinColumn::nullable);
        List<Integer> slots = new ArrayList<>();
        for (String name : catalog.ids().references(accessor, entity, joins)) {
            int slot = place.add(new Column(name, nullable, Integer.MAX_VALUE), !nullable);
            if (slot < 0) {
                fault(
                        accessor,
                        "the column '" + name + "' is written by an attribute of " + target.getSimpleName(),
                        "use mappedBy, or make that one insertable = false, updatable = false");
                return null;
            }
            place.columns().hide(slot);
            slots.add(slot);
        }
        KeyColumns columns = new KeyColumns(slots);
        place.foreign(
                AssociationReader.constraintName(joins),
                columns,
                catalog.names().store(entity),
                catalog.names().hasOneTable(entity),
                OnDeletes.of(entity, accessor, catalog.faults()));
        CollectionShape shape = shapes(place).inTarget(accessor);
        return shape == null
                ? null
                : new JoinedToMany(
                        accessor,
                        target,
                        columns,
                        nullable,
                        shape,
                        Set.of(annotation.cascade()),
                        annotation.orphanRemoval());
    }

    private @Nullable AttributeMapping elements(Accessor accessor, ElementCollection annotation, Overrides overrides) {
        CollectionTable given = accessor.annotations().getAnnotation(CollectionTable.class);
        String table = SnakeCase.of(
                given == null || given.name().isEmpty()
                        ? catalog.names().entity(entity) + "_" + accessor.name()
                        : given.name());
        Place place = catalog.collection(entity, accessor, table);
        List<JoinColumn> joins = given == null ? List.of() : List.of(given.joinColumns());
        references.checkJoins(accessor, joins, entity);
        KeyColumns owner = links.reference(
                place,
                catalog.ids().references(catalog.names().entity(entity), entity, joins),
                given == null || given.foreignKey().name().isEmpty()
                        ? AssociationReader.constraintName(joins)
                        : given.foreignKey().name(),
                entity,
                OnDeletes.of(entity, accessor, catalog.faults()));
        CollectionShape shape = shapes(place).inRows(accessor);
        Class<?> type = annotation.targetClass() == void.class
                ? argument(accessor, ShapeReader.isMap(accessor) ? 1 : 0)
                : annotation.targetClass();
        Overrides inner = overrides.within(accessor);
        AttributeMapping element = value(
                place,
                new ElementAccessor(accessor.name(), type, accessor.annotations()),
                shape != null && shape.isMap() ? inner.within("value").under(inner) : inner);
        if (shape == null || element == null) {
            return null;
        }
        if (given != null) {
            unique(accessor, place, given.uniqueConstraints());
        }
        catalog.finish(table, idSlots(owner, shape, element));
        return new Elements(accessor, table, owner, element, shape);
    }

    private @Nullable AttributeMapping value(Place place, ElementAccessor element, Overrides overrides) {
        ColumnReader reader = new ColumnReader(entity, place, properties, catalog.converters(), catalog.faults());
        if (ColumnReader.isEmbedded(element)) {
            return reader.embedded(element, overrides, false, Map.of());
        }
        return reader.basic(element, element.annotations().getAnnotation(jakarta.persistence.Column.class), false);
    }

    /** What tells the rows of a collection apart; nothing if two may be the same. */
    private static List<Integer> idSlots(KeyColumns owner, CollectionShape shape, AttributeMapping element) {
        List<Integer> slots = new ArrayList<>(owner.slots());
        Integer index = shape.indexSlot();
        if (index != null) {
            slots.add(index);
            return slots;
        }
        AttributeMapping key = shape.isMap() ? shape.keyColumn() : shape.isSet() ? element : null;
        if (key == null) {
            return List.of();
        }
        return addSlots(key, slots) || shape.isMap() ? slots : List.of();
    }

    /** Adds the columns of a value; false if one may be null. */
    private static boolean addSlots(AttributeMapping value, List<Integer> slots) {
        if (value instanceof Embedded embedded) {
            boolean required = true;
            for (AttributeMapping part : embedded.parts()) {
                required &= addSlots(part, slots);
            }
            return required;
        }
        Basic basic = (Basic) value;
        slots.add(basic.slot());
        return !basic.nullable();
    }

    private void unique(Accessor accessor, Place place, UniqueConstraint[] constraints) {
        for (UniqueConstraint constraint : constraints) {
            List<Integer> slots = new ArrayList<>();
            for (String column : constraint.columnNames()) {
                slots.add(place.slot(SnakeCase.of(column)));
            }
            if (slots.contains(-1)) {
                fault(accessor, "a unique constraint names an unknown column", "correct the name");
            } else {
                place.unique(constraint.name().isEmpty() ? null : constraint.name(), slots);
            }
        }
    }

    private ShapeReader shapes(Place place) {
        return new ShapeReader(entity, place, properties, catalog);
    }

    /** The class of a type argument of a collection; {@code Object} if there is none. */
    static Class<?> argument(Accessor accessor, int position) {
        if (accessor.genericType() instanceof ParameterizedType type) {
            Type argument = type.getActualTypeArguments()[position];
            return argument instanceof java.lang.reflect.WildcardType wildcard
                    ? AssociationReader.raw(wildcard.getUpperBounds()[0])
                    : AssociationReader.raw(argument);
        }
        return Object.class;
    }

    private void fault(Accessor accessor, String problem, String suggestion) {
        catalog.faults().add(entity, accessor.name(), problem, suggestion);
    }
}
