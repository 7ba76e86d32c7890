package dev.dovetail.repository.internal.mapping;

import dev.dovetail.repository.internal.mapping.CollectionShape.Kind;
import dev.dovetail.repository.internal.mapping.CollectionShape.MapKey;
import dev.dovetail.repository.internal.store.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Reads which kind of collection an attribute holds, and adds the columns of positions and keys. */
final class ShapeReader {

    private final Class<?> entity;
    private final Place place;
    private final boolean properties;
    private final Catalog catalog;

    /** For a collection of an entity, with the place where positions and keys stand. */
    ShapeReader(Class<?> entity, Place place, boolean properties, Catalog catalog) {
        this.entity = entity;
        this.place = place;
        this.properties = properties;
        this.catalog = catalog;
    }

    /** In rows that belong to the collection alone; null after a fault. */
    @Nullable
    CollectionShape inRows(Accessor accessor) {
        return read(accessor, true);
    }

    /** In the rows of the elements; null after a fault. */
    @Nullable
    CollectionShape inTarget(Accessor accessor) {
        CollectionShape shape = read(accessor, false);
        if (shape != null) {
            if (shape.indexSlot() != null) {
                place.columns().hide(shape.indexSlot());
            }
            AttributeMapping key = shape.keyColumn();
            if (key instanceof AttributeMapping.Basic basic) {
                place.columns().hide(basic.slot());
            } else if (key != null) {
                fault(accessor, "keys of several columns are not supported here", "use @MapKey or a join table");
            }
        }
        return shape;
    }

    /** Of a collection whose rows are written by the other side; null after a fault. */
    @Nullable
    CollectionShape inverse(Accessor accessor) {
        if (accessor.annotations().isAnnotationPresent(OrderColumn.class)) {
            fault(
                    accessor,
                    "@OrderColumn with mappedBy in a many-to-many is not supported",
                    "put it on the other side");
            return null;
        }
        if (isMap(accessor) && !isKeyedByAttribute(accessor)) {
            fault(accessor, "a map with mappedBy in a many-to-many is not supported", "use @MapKey, or a Set");
            return null;
        }
        return read(accessor, false);
    }

    private @Nullable CollectionShape read(Accessor accessor, boolean required) {
        OrderBy orderBy = accessor.annotations().getAnnotation(OrderBy.class);
        OrderColumn order = accessor.annotations().getAnnotation(OrderColumn.class);
        String sorted = orderBy == null ? null : orderBy.value();
        Sorting sorting = Sorting.of(accessor, catalog.faults());
        if (isMap(accessor)) {
            MapKey key = key(accessor, required);
            return key == null ? null : new CollectionShape(Kind.MAP, sorted, null, key, sorting);
        }
        if (order != null && accessor.type() != List.class) {
            fault(accessor, "@OrderColumn needs a List", "declare a List, or remove it");
            return null;
        }
        if (order != null) {
            String name = order.name().isEmpty() ? accessor.name() + "_ORDER" : order.name();
            int slot = add(accessor, SnakeCase.of(name), !required && order.nullable());
            return new CollectionShape(Kind.LIST, sorted, slot, null, null);
        }
        boolean set = accessor.type() == Set.class || accessor.type() == SortedSet.class;
        return new CollectionShape(set ? Kind.SET : Kind.BAG, sorted, null, null, sorting);
    }

    private int add(Accessor accessor, String name, boolean nullable) {
        int slot = place.add(new Column(name, nullable, Integer.MAX_VALUE), !nullable);
        if (slot < 0) {
            fault(accessor, "the column '" + name + "' is written by another attribute", "name another");
        }
        return Math.max(0, slot);
    }

    static boolean isMap(Accessor accessor) {
        return accessor.type() == Map.class || accessor.type() == SortedMap.class;
    }

    private static boolean isKeyedByAttribute(Accessor accessor) {
        return accessor.annotations().isAnnotationPresent(jakarta.persistence.MapKey.class);
    }

    private @Nullable MapKey key(Accessor accessor, boolean required) {
        if (isKeyedByAttribute(accessor)) {
            String name = accessor.annotations()
                    .getAnnotation(jakarta.persistence.MapKey.class)
                    .name();
            return new CollectionShape.KeyAttribute(name.isEmpty() ? null : name);
        }
        Class<?> type = CollectionReader.argument(accessor, 0);
        if (type.isAnnotationPresent(Entity.class)) {
            fault(accessor, "entities as keys of a map are not supported", "use @MapKey, or a collection");
            return null;
        }
        ElementAccessor key = new ElementAccessor(accessor.name() + "_KEY", type, KeyAnnotations.NONE);
        ColumnReader reader = new ColumnReader(entity, place, properties, catalog.converters(), catalog.faults());
        if (ColumnReader.isEmbedded(key)) {
            Overrides overrides = Overrides.of(accessor.annotations()).within("key");
            return new CollectionShape.KeyColumn(reader.embedded(key, overrides, required, Map.of()));
        }
        return new CollectionShape.KeyColumn(reader.basic(key, name(accessor), null, required));
    }

    private static String name(Accessor accessor) {
        MapKeyColumn column = accessor.annotations().getAnnotation(MapKeyColumn.class);
        return SnakeCase.of(column == null || column.name().isEmpty() ? accessor.name() + "_KEY" : column.name());
    }

    private void fault(Accessor accessor, String problem, String suggestion) {
        catalog.faults().add(entity, accessor.name(), problem, suggestion);
    }
}
