package dev.dovetail.repository.internal.mapping;

import dev.dovetail.repository.internal.mapping.AttributeMapping.InverseToMany;
import dev.dovetail.repository.internal.mapping.AttributeMapping.InverseToOne;
import dev.dovetail.repository.internal.mapping.AttributeMapping.LinkedToMany;
import dev.dovetail.repository.internal.mapping.AttributeMapping.ToOne;
import dev.dovetail.repository.internal.store.Column;
import jakarta.persistence.CascadeType;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads attributes that refer to other entities. */
final class AssociationReader {

    private final Class<?> entity;
    private final EntityNames names;
    private final Columns columns;
    private final LinkTables links;
    private final MappingFaults faults;

    AssociationReader(Class<?> entity, EntityNames names, Columns columns, LinkTables links, MappingFaults faults) {
        this.entity = entity;
        this.names = names;
        this.columns = columns;
        this.links = links;
        this.faults = faults;
    }

    static boolean isAssociation(Accessor accessor) {
        AnnotatedElement annotations = accessor.annotations();
        return annotations.isAnnotationPresent(ManyToOne.class)
                || annotations.isAnnotationPresent(OneToOne.class)
                || annotations.isAnnotationPresent(OneToMany.class)
                || annotations.isAnnotationPresent(ManyToMany.class);
    }

    /** The attribute; null after a fault. */
    @Nullable
    AttributeMapping read(Accessor accessor) {
        AnnotatedElement annotations = accessor.annotations();
        ManyToOne manyToOne = annotations.getAnnotation(ManyToOne.class);
        if (manyToOne != null) {
            return toOne(
                    accessor,
                    manyToOne.targetEntity(),
                    manyToOne.optional(),
                    Set.of(manyToOne.cascade()),
                    false,
                    false);
        }
        OneToOne oneToOne = annotations.getAnnotation(OneToOne.class);
        if (oneToOne != null) {
            return oneToOne.mappedBy().isEmpty()
                    ? toOne(
                            accessor,
                            oneToOne.targetEntity(),
                            oneToOne.optional(),
                            Set.of(oneToOne.cascade()),
                            oneToOne.orphanRemoval(),
                            true)
                    : inverseToOne(accessor, oneToOne);
        }
        return toMany(accessor);
    }

    private @Nullable AttributeMapping toOne(
            Accessor accessor,
            Class<?> declared,
            boolean optional,
            Set<CascadeType> cascades,
            boolean removesOrphans,
            boolean unique) {
        Class<?> target = target(accessor, declared == void.class ? accessor.type() : declared);
        if (target == null) {
            return null;
        }
        JoinColumn join = accessor.annotations().getAnnotation(JoinColumn.class);
        if (accessor.annotations().isAnnotationPresent(JoinTable.class)) {
            fault(accessor, "a to-one in a join table is not supported", "use @JoinColumn");
        }
        if (join != null) {
            checkJoin(accessor, join, target);
        }
        String name = join == null || join.name().isEmpty() ? accessor.name() + "_id" : join.name();
        boolean nullable = optional && (join == null || join.nullable());
        int slot = columns.add(new Column(SnakeCase.of(name), nullable, Integer.MAX_VALUE));
        columns.foreign(join == null ? null : constraintName(join.foreignKey().name()), slot, names.table(target));
        if (unique || (join != null && join.unique())) {
            columns.unique(null, List.of(slot));
        }
        return new ToOne(accessor, target, slot, nullable, cascades, removesOrphans);
    }

    private @Nullable AttributeMapping inverseToOne(Accessor accessor, OneToOne annotation) {
        Class<?> target =
                target(accessor, annotation.targetEntity() == void.class ? accessor.type() : annotation.targetEntity());
        return target == null
                ? null
                : new InverseToOne(
                        accessor,
                        target,
                        annotation.mappedBy(),
                        Set.of(annotation.cascade()),
                        annotation.orphanRemoval());
    }

    private @Nullable AttributeMapping toMany(Accessor accessor) {
        AnnotatedElement annotations = accessor.annotations();
        OneToMany oneToMany = annotations.getAnnotation(OneToMany.class);
        ManyToMany manyToMany = annotations.getAnnotation(ManyToMany.class);
        Class<?> declared = oneToMany != null
                ? oneToMany.targetEntity()
                : manyToMany != null ? manyToMany.targetEntity() : void.class;
        Class<?> target = target(accessor, declared == void.class ? elementType(accessor) : declared);
        Class<?> type = accessor.type();
        if (type != List.class && type != Set.class && type != Collection.class) {
            fault(accessor, "a " + type.getSimpleName() + " of entities is not supported", "declare a List or Set");
            return null;
        }
        if (target == null) {
            return null;
        }
        OrderBy orderBy = annotations.getAnnotation(OrderBy.class);
        String order = orderBy == null ? null : orderBy.value();
        boolean set = type == Set.class;
        if (oneToMany != null && !oneToMany.mappedBy().isEmpty()) {
            return new InverseToMany(
                    accessor,
                    target,
                    oneToMany.mappedBy(),
                    set,
                    order,
                    Set.of(oneToMany.cascade()),
                    oneToMany.orphanRemoval());
        }
        if (annotations.isAnnotationPresent(JoinColumn.class)) {
            fault(
                    accessor,
                    "a one-to-many with a join column is not supported",
                    "map the other side, and use mappedBy");
            return null;
        }
        Set<CascadeType> cascades = oneToMany != null
                ? Set.of(oneToMany.cascade())
                : manyToMany != null ? Set.of(manyToMany.cascade()) : Set.of();
        boolean removesOrphans = oneToMany != null && oneToMany.orphanRemoval();
        boolean inverse = manyToMany != null && !manyToMany.mappedBy().isEmpty();
        String table = inverse && manyToMany != null
                ? links.inverse(entity, accessor, target, manyToMany.mappedBy())
                : links.owned(entity, accessor, target, oneToMany != null);
        return new LinkedToMany(accessor, target, table, inverse, set, order, cascades, removesOrphans);
    }

    private void checkJoin(Accessor accessor, JoinColumn join, Class<?> target) {
        if (!join.referencedColumnName().isEmpty()
                && !SnakeCase.of(join.referencedColumnName()).equals(names.idColumn(target))) {
            fault(accessor, "a reference to another column than the id is not supported", "refer to the id");
        }
        if (!join.insertable() || !join.updatable()) {
            fault(accessor, "insertable or updatable = false is not supported", "remove it");
        }
        if (join.foreignKey().value() == ConstraintMode.NO_CONSTRAINT
                || !join.foreignKey().foreignKeyDefinition().isEmpty()) {
            fault(accessor, "a foreign key with another definition is not supported", "use a plain one");
        }
    }

    private @Nullable Class<?> target(Accessor accessor, Class<?> target) {
        if (names.contains(target)) {
            return target;
        }
        fault(
                accessor,
                target.getSimpleName() + " is not among the entities given",
                "give it, too, where the persistence is opened");
        return null;
    }

    private static Class<?> elementType(Accessor accessor) {
        return accessor.genericType() instanceof ParameterizedType type
                        && type.getActualTypeArguments()[0] instanceof Class<?> element
                ? element
                : Object.class;
    }

    static @Nullable String constraintName(String name) {
        return name.isEmpty() ? null : name;
    }

    private void fault(Accessor accessor, String problem, String suggestion) {
        faults.add(entity, accessor.name(), problem, suggestion);
    }
}
