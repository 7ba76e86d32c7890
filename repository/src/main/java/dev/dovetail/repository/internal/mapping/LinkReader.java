package dev.dovetail.repository.internal.mapping;

import dev.dovetail.repository.internal.mapping.AttributeMapping.LinkedToMany;
import dev.dovetail.repository.internal.store.Column;
import dev.dovetail.repository.internal.store.ForeignKey.OnDelete;
import dev.dovetail.repository.internal.store.KeyColumns;
import jakarta.persistence.CascadeType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads collections whose elements are linked by the rows of a table of its own. */
final class LinkReader {

    private final Class<?> entity;
    private final boolean properties;
    private final Catalog catalog;

    LinkReader(Class<?> entity, boolean properties, Catalog catalog) {
        this.entity = entity;
        this.properties = properties;
        this.catalog = catalog;
    }

    @Nullable
    AttributeMapping manyToMany(Accessor accessor, ManyToMany annotation, Class<?> target) {
        Set<CascadeType> cascades = Set.of(annotation.cascade());
        return annotation.mappedBy().isEmpty()
                ? owned(accessor, target, cascades, false, false)
                : inverse(accessor, target, annotation.mappedBy(), cascades);
    }

    @Nullable
    AttributeMapping oneToMany(Accessor accessor, OneToMany annotation, Class<?> target) {
        return owned(accessor, target, Set.of(annotation.cascade()), annotation.orphanRemoval(), true);
    }

    private @Nullable AttributeMapping owned(
            Accessor accessor,
            Class<?> target,
            Set<CascadeType> cascades,
            boolean removesOrphans,
            boolean elementsAreUnique) {
        JoinTable join = accessor.annotations().getAnnotation(JoinTable.class);
        String table = table(entity, accessor, target);
        Place place = catalog.collection(entity, accessor, table);
        List<JoinColumn> own = join == null ? List.of() : List.of(join.joinColumns());
        List<JoinColumn> other = join == null ? List.of() : List.of(join.inverseJoinColumns());
        KeyColumns owner = reference(
                place,
                catalog.ids().references(ownerPrefix(accessor, target), entity, own),
                join == null ? null : name(join.foreignKey().name()),
                entity,
                OnDeletes.of(entity, accessor, catalog.faults()));
        KeyColumns element = reference(
                place,
                catalog.ids().references(accessor, target, other),
                join == null ? null : name(join.inverseForeignKey().name()),
                target,
                OnDelete.NOTHING);
        CollectionShape shape = new ShapeReader(entity, place, properties, catalog).inRows(accessor);
        if (shape == null) {
            return null;
        }
        if (elementsAreUnique) {
            place.unique(null, element.slots());
        }
        catalog.finish(table, idSlots(owner, element, shape));
        return new LinkedToMany(accessor, target, table, owner, element, false, shape, cascades, removesOrphans);
    }

    private static List<Integer> idSlots(KeyColumns owner, KeyColumns element, CollectionShape shape) {
        List<Integer> slots = new ArrayList<>(owner.slots());
        Integer index = shape.indexSlot();
        if (index != null) {
            slots.add(index);
        } else if (shape.keyColumn() instanceof AttributeMapping.Basic key) {
            slots.add(key.slot());
        } else {
            slots.addAll(element.slots());
        }
        return slots;
    }

    /** The attribute whose links are owned by the other side. */
    private @Nullable AttributeMapping inverse(
            Accessor accessor, Class<?> target, String mappedBy, Set<CascadeType> cascades) {
        for (Class<?> type = target; type != null; type = EntityNames.parent(type)) {
            for (Accessor member : members(type)) {
                ManyToMany annotation = member.annotations().getAnnotation(ManyToMany.class);
                if (member.name().equals(mappedBy)
                        && annotation != null
                        && annotation.mappedBy().isEmpty()) {
                    CollectionShape shape =
                            new ShapeReader(entity, catalog.place(entity), properties, catalog).inverse(accessor);
                    int owners = catalog.ids().of(type).size();
                    int elements = catalog.ids().of(entity).size();
                    return shape == null
                            ? null
                            : new LinkedToMany(
                                    accessor,
                                    target,
                                    table(type, member, entity),
                                    range(owners, owners + elements),
                                    range(0, owners),
                                    true,
                                    shape,
                                    cascades,
                                    false);
                }
            }
        }
        catalog.faults()
                .add(
                        entity,
                        accessor.name(),
                        "mappedBy names '" + mappedBy + "', which is no many-to-many of " + target.getSimpleName(),
                        "name the attribute on the other side");
        return null;
    }

    private static KeyColumns range(int from, int to) {
        return new KeyColumns(IntStream.range(from, to).boxed().toList());
    }

    /** What the owner's columns are called: after the attribute on the other side, if there is one. */
    private String ownerPrefix(Accessor accessor, Class<?> target) {
        for (Accessor member : members(target)) {
            ManyToMany annotation = member.annotations().getAnnotation(ManyToMany.class);
            if (annotation != null
                    && annotation.mappedBy().equals(accessor.name())
                    && CollectionReader.argument(member, ShapeReader.isMap(member) ? 1 : 0) == entity) {
                return member.name();
            }
        }
        return catalog.names().entity(entity);
    }

    private static List<Accessor> members(Class<?> type) {
        List<Class<?>> hierarchy = Members.hierarchy(type);
        return Members.of(hierarchy, Members.areProperties(hierarchy));
    }

    /** Adds the columns of a reference that must be there, with its foreign key. */
    KeyColumns reference(
            Place place, List<String> names, @Nullable String constraint, Class<?> target, OnDelete onDelete) {
        List<Integer> slots = new ArrayList<>();
        for (String name : names) {
            int slot = place.add(new Column(name, false, Integer.MAX_VALUE));
            if (slot < 0) {
                catalog.faults()
                        .add(
                                entity,
                                place.table(),
                                "the column '" + name + "' is there twice",
                                "name the columns with joinColumns and inverseJoinColumns");
            }
            slots.add(Math.max(0, slot));
        }
        KeyColumns columns = new KeyColumns(slots);
        place.foreign(
                constraint,
                columns,
                catalog.names().store(target),
                catalog.names().hasOneTable(target),
                onDelete);
        return columns;
    }

    private String table(Class<?> owner, Accessor accessor, Class<?> target) {
        JoinTable join = accessor.annotations().getAnnotation(JoinTable.class);
        return join == null || join.name().isEmpty()
                ? catalog.names().table(owner) + "_" + catalog.names().table(target)
                : SnakeCase.of(join.name());
    }

    private static @Nullable String name(String name) {
        return name.isEmpty() ? null : name;
    }
}
