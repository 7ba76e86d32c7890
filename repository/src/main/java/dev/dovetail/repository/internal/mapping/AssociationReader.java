package dev.dovetail.repository.internal.mapping;

import dev.dovetail.repository.Secret;
import dev.dovetail.repository.internal.mapping.AttributeMapping.InverseToOne;
import dev.dovetail.repository.internal.mapping.AttributeMapping.ToOne;
import dev.dovetail.repository.internal.store.Column;
import dev.dovetail.repository.internal.store.KeyColumns;
import jakarta.persistence.CascadeType;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads attributes that refer to one other entity. */
final class AssociationReader {

    private final Class<?> entity;
    private final Place place;
    private final Catalog catalog;

    AssociationReader(Class<?> entity, Place place, Catalog catalog) {
        this.entity = entity;
        this.place = place;
        this.catalog = catalog;
    }

    static boolean isAssociation(Accessor accessor) {
        AnnotatedElement annotations = accessor.annotations();
        return isToOne(accessor)
                || annotations.isAnnotationPresent(OneToMany.class)
                || annotations.isAnnotationPresent(ManyToMany.class);
    }

    static boolean isToOne(Accessor accessor) {
        AnnotatedElement annotations = accessor.annotations();
        return annotations.isAnnotationPresent(ManyToOne.class) || annotations.isAnnotationPresent(OneToOne.class);
    }

    /** The class to which a reference leads. */
    static Class<?> target(Accessor accessor) {
        ManyToOne manyToOne = accessor.annotations().getAnnotation(ManyToOne.class);
        OneToOne oneToOne = accessor.annotations().getAnnotation(OneToOne.class);
        Class<?> declared =
                manyToOne != null ? manyToOne.targetEntity() : oneToOne != null ? oneToOne.targetEntity() : void.class;
        return declared == void.class ? accessor.type() : declared;
    }

    /** The attribute; null after a fault. */
    @Nullable
    AttributeMapping read(Accessor accessor, List<JoinColumn> joins) {
        ManyToOne manyToOne = accessor.annotations().getAnnotation(ManyToOne.class);
        if (manyToOne != null) {
            return toOne(accessor, joins, manyToOne.optional(), Set.of(manyToOne.cascade()), false, false);
        }
        OneToOne oneToOne =
                Objects.requireNonNull(accessor.annotations().getAnnotation(OneToOne.class), accessor.name());
        if (oneToOne.mappedBy().isEmpty()) {
            return toOne(
                    accessor, joins, oneToOne.optional(), Set.of(oneToOne.cascade()), oneToOne.orphanRemoval(), true);
        }
        Class<?> target = target(accessor);
        return isUnknown(accessor, target)
                ? null
                : new InverseToOne(
                        accessor, target, oneToOne.mappedBy(), Set.of(oneToOne.cascade()), oneToOne.orphanRemoval());
    }

    /** In a table of its own, in which there is a row if the reference is not null. */
    private @Nullable AttributeMapping linked(
            Accessor accessor,
            JoinTable table,
            boolean optional,
            Set<CascadeType> cascades,
            boolean removesOrphans,
            boolean unique) {
        Class<?> target = target(accessor);
        if (isUnknown(accessor, target)) {
            return null;
        }
        if (!optional) {
            fault(
                    accessor,
                    "a reference in a join table that must be there is not supported",
                    "make it optional, or use @JoinColumn");
        }
        String name = table.name().isEmpty()
                ? place.table() + "_" + catalog.names().table(target)
                : SnakeCase.of(table.name());
        List<JoinColumn> joins = List.of(table.inverseJoinColumns());
        String constraint = table.inverseForeignKey().name();
        return new AssociationReader(entity, place.in(name), catalog)
                .toOne(
                        accessor,
                        joins,
                        true,
                        cascades,
                        removesOrphans,
                        unique,
                        constraint.isEmpty() ? constraintName(joins) : constraint);
    }

    private @Nullable AttributeMapping toOne(
            Accessor accessor,
            List<JoinColumn> joins,
            boolean optional,
            Set<CascadeType> cascades,
            boolean removesOrphans,
            boolean unique) {
        JoinTable table = accessor.annotations().getAnnotation(JoinTable.class);
        return table == null
                ? toOne(accessor, joins, optional, cascades, removesOrphans, unique, constraintName(joins))
                : linked(accessor, table, optional, cascades, removesOrphans, unique);
    }

    private @Nullable AttributeMapping toOne(
            Accessor accessor,
            List<JoinColumn> joins,
            boolean optional,
            Set<CascadeType> cascades,
            boolean removesOrphans,
            boolean unique,
            @Nullable String constraint) {
        Class<?> target = target(accessor);
        if (isUnknown(accessor, target)) {
            return null;
        }
        boolean isId = accessor.annotations().isAnnotationPresent(Id.class)
                || accessor.annotations().isAnnotationPresent(MapsId.class);
        checkJoins(accessor, joins, target);
        boolean written = joins.stream().allMatch(JoinColumn::insertable);
        boolean required = joins.stream().anyMatch(join -> !join.nullable());
        boolean nullable = !isId && optional && !required;
        List<String> names = catalog.ids().references(accessor, target, joins);
        boolean mapped = accessor.annotations().isAnnotationPresent(MapsId.class);
        KeyColumns columns = mapped ? existing(names) : columns(accessor, names, nullable, required, written);
        if (written) {
            place.foreign(
                    constraint,
                    columns,
                    catalog.names().store(target),
                    catalog.names().hasOneTable(target),
                    OnDeletes.of(entity, accessor, target, catalog.faults()));
        }
        if ((unique || joins.stream().anyMatch(JoinColumn::unique)) && !isId && written) {
            place.unique(null, columns.slots());
        }
        return new ToOne(accessor, target, columns, nullable, cascades, removesOrphans, written && !mapped);
    }

    private KeyColumns existing(List<String> names) {
        return new KeyColumns(
                names.stream().map(name -> Math.max(0, place.slot(name))).toList());
    }

    private KeyColumns columns(
            Accessor accessor, List<String> names, boolean nullable, boolean required, boolean written) {
        List<Integer> slots = new ArrayList<>();
        for (String name : names) {
            int slot = written
                    ? place.add(
                            new Column(
                                    name,
                                    nullable,
                                    Integer.MAX_VALUE,
                                    0,
                                    0,
                                    accessor.annotations().isAnnotationPresent(Secret.class)),
                            required)
                    : place.readOnly(name);
            if (slot < 0) {
                fault(
                        accessor,
                        "the column '" + name + "' is written by another attribute",
                        "name another, or make one insertable = false, updatable = false");
            }
            slots.add(Math.max(0, slot));
        }
        return new KeyColumns(slots);
    }

    /** Refuses what is written of the columns of a reference and not imitated. */
    void checkJoins(Accessor accessor, List<JoinColumn> joins, Class<?> target) {
        List<String> ids = catalog.ids().of(target);
        for (JoinColumn join : joins) {
            if (!join.referencedColumnName().isEmpty() && !ids.contains(SnakeCase.of(join.referencedColumnName()))) {
                fault(accessor, "a reference to another column than the id is not supported", "refer to the id");
            }
            if (join.insertable() != join.updatable()) {
                fault(accessor, "insertable or updatable = false alone is not supported", "give both, or none");
            }
            if (join.foreignKey().value() == ConstraintMode.NO_CONSTRAINT
                    || !join.foreignKey().foreignKeyDefinition().isEmpty()) {
                fault(accessor, "a foreign key with another definition is not supported", "use a plain one");
            }
        }
        if (!joins.isEmpty() && joins.size() != ids.size()) {
            fault(
                    accessor,
                    target.getSimpleName() + " has an id of " + ids.size() + " columns, and " + joins.size()
                            + " are joined",
                    "write a @JoinColumn with referencedColumnName for each of " + ids);
        }
    }

    boolean isUnknown(Accessor accessor, Class<?> target) {
        if (catalog.names().contains(target)) {
            return false;
        }
        fault(
                accessor,
                target.getSimpleName() + " is not among the entities given",
                "give it, too, where the persistence is opened");
        return true;
    }

    /** The name that the mapping gives a foreign key; null for none. */
    static @Nullable String constraintName(List<JoinColumn> joins) {
        for (JoinColumn join : joins) {
            if (!join.foreignKey().name().isEmpty()) {
                return join.foreignKey().name();
            }
        }
        return null;
    }

    /** The class of a type argument; {@code Object} if there is none. */
    static Class<?> raw(Type type) {
        if (type instanceof java.lang.reflect.ParameterizedType parameterized) {
            return raw(parameterized.getRawType());
        }
        return type instanceof Class<?> raw ? raw : Object.class;
    }

    private void fault(Accessor accessor, String problem, String suggestion) {
        catalog.faults().add(entity, accessor.name(), problem, suggestion);
    }
}
