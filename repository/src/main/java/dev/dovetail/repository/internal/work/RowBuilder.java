package dev.dovetail.repository.internal.work;

import dev.dovetail.core.error.Explanation;
import dev.dovetail.repository.EntityStateException;
import dev.dovetail.repository.RepositoryError;
import dev.dovetail.repository.TransientReferenceException;
import dev.dovetail.repository.internal.mapping.AttributeMapping;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Basic;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Embedded;
import dev.dovetail.repository.internal.mapping.AttributeMapping.ToOne;
import dev.dovetail.repository.internal.mapping.EntityMapping;
import dev.dovetail.repository.internal.store.ForeignKey.OnDelete;
import dev.dovetail.repository.internal.store.Row;
import dev.dovetail.repository.internal.store.Values;
import jakarta.persistence.CascadeType;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Makes rows from entities. */
final class RowBuilder {

    private final References references;

    RowBuilder(References references) {
        this.references = references;
    }

    /**
     * The row that an entity would have now, with the values as they are in the entity. References that have not changed are
     * not written, so it does not matter what became of those behind proxies.
     */
    Row row(ManagedEntity entity) {
        Row written = entity.row();
        return new Row(entity.id(), values(entity, (attribute, target) -> {
            boolean unchanged = written != null
                    && target instanceof LazyReference proxy
                    && entity.mapping().attribute(attribute) instanceof ToOne toOne
                    && proxy.dovetailTarget().id().equals(toOne.columns().of(written));
            return unchanged ? references.id(target) : idForColumn(entity, attribute, target);
        }));
    }

    /** The same, only to be compared: a proxy for what is removed is still the reference that it was. */
    Row draft(ManagedEntity entity) {
        return new Row(entity.id(), values(entity, (attribute, target) -> {
            Object goesWith = goesWith(entity.mapping(), attribute) ? references.id(target) : null;
            if (goesWith != null) {
                return goesWith;
            }
            return target instanceof LazyReference proxy
                    ? proxy.dovetailTarget().id()
                    : idForColumn(entity, attribute, target);
        }));
    }

    /** What cascades PERSIST is not looked at again: of something deleted the foreign key says that there is a child. */
    private Object idForColumn(ManagedEntity entity, String attribute, Object target) {
        Object id = entity.row() != null
                        && entity.mapping().attribute(attribute) instanceof ToOne toOne
                        && toOne.cascades(CascadeType.PERSIST)
                        && references.isRemoved(target)
                ? references.id(target)
                : null;
        return id == null ? references.idForColumn(entity.mapping(), attribute, target) : id;
    }

    /** Whether a row is deleted by the database together with that to which an attribute refers. */
    private static boolean goesWith(EntityMapping mapping, String attribute) {
        return mapping.attribute(attribute) instanceof ToOne toOne
                && toOne.written()
                && mapping.table().foreignKey(toOne.columns()).onDelete() == OnDelete.CASCADE;
    }

    /** The values that the row of a new entity has before those have rows to which it refers, or it has one itself. */
    @Nullable
    Object[] valuesBefore(ManagedEntity entity, Predicate<Object> isPending) {
        return values(
                entity,
                (attribute, target) -> isPending.test(target) && isOptional(entity, attribute)
                        ? null
                        : references.idForColumn(entity.mapping(), attribute, target));
    }

    /** The values that the row of a new entity has before some of its references are written. */
    @Nullable
    Object[] valuesWithout(ManagedEntity entity, Set<String> later) {
        return values(
                entity,
                (attribute, target) ->
                        later.contains(attribute) ? null : references.idForColumn(entity.mapping(), attribute, target));
    }

    private static boolean isOptional(ManagedEntity entity, String attribute) {
        return entity.mapping().attribute(attribute) instanceof ToOne toOne && toOne.optional();
    }

    /**
     * The values that the row of a new entity has as long as some that it refers to are not saved, or come after it.
     *
     * @throws TransientReferenceException if one of them is required
     */
    @Nullable
    Object[] valuesWithoutUnsaved(ManagedEntity entity, Predicate<Object> isPending) {
        return values(entity, (attribute, target) -> {
            if (isPending.test(target) && isOptional(entity, attribute)) {
                return null;
            }
            try {
                return references.idForColumn(entity.mapping(), attribute, target);
            } catch (TransientReferenceException unsaved) {
                if (isOptional(entity, attribute)) {
                    return null;
                }
                throw unsaved;
            }
        });
    }

    /** The values that the row of an entity would have now. */
    @Nullable
    Object[] values(ManagedEntity entity) {
        return values(entity, (attribute, target) -> references.idForColumn(entity.mapping(), attribute, target));
    }

    private @Nullable Object[] values(ManagedEntity entity, BiFunction<String, Object, @Nullable Object> ids) {
        EntityMapping mapping = entity.mapping();
        Object id = mapping.id().keyOf(entity.instance(), references::id);
        if (!entity.id().equals(id)) {
            throw new EntityStateException(
                    new Explanation(
                            RepositoryError.BAD_ENTITY_STATE,
                            "The id of a managed " + mapping.name() + " was changed from " + entity.idValue() + " to "
                                    + (id == null ? null : mapping.id().id(id)) + ".",
                            "a setter of the id was called on an entity that is in the database",
                            "leave the id alone; to give a row another id, insert a copy and delete the old one"),
                    null);
        }
        @Nullable
        Object[] values = new @Nullable Object[mapping.table().columns().size()];
        Row written = entity.row();
        if (written != null) {
            mapping.hierarchy().hidden().forEach(slot -> values[slot] = written.value(slot));
        }
        fill(mapping, entity.instance(), values, ids);
        return values;
    }

    /** The values that the row of an entity would have that is not managed, without looking at its id. */
    @Nullable
    Object[] values(EntityMapping mapping, Object instance) {
        @Nullable
        Object[] values = new @Nullable Object[mapping.table().columns().size()];
        fill(mapping, instance, values, (attribute, target) -> references.idForColumn(mapping, attribute, target));
        return values;
    }

    private void fill(
            EntityMapping mapping,
            Object instance,
            @Nullable Object[] values,
            BiFunction<String, Object, @Nullable Object> ids) {
        mapping.hierarchy().put(values, mapping);
        for (AttributeMapping attribute : mapping.attributes()) {
            if (attribute instanceof ToOne toOne) {
                // Of a reference in an id nobody but the foreign key says that it leads to what is not there.
                boolean isId = mapping.id().attributes().contains(attribute);
                fill(toOne, toOne.name(), toOne.accessor().get(instance), values, isId ? idsOnly(mapping) : ids);
            } else if (attribute instanceof Embedded embedded) {
                fill(embedded, embedded.name(), embedded.accessor().get(instance), values, ids);
            } else if (attribute instanceof Basic) {
                fill(attribute, attribute.accessor().get(instance), values);
            }
        }
    }

    private BiFunction<String, Object, @Nullable Object> idsOnly(EntityMapping owner) {
        return (attribute, target) -> {
            if (!(target instanceof LazyReference) && references.isRemoved(target)) {
                throw TransientReferenceException.of(
                        owner.name(), attribute, references.mapping(target).type(), null);
            }
            return references.id(target);
        };
    }

    private static void fill(
            Embedded embedded,
            String path,
            @Nullable Object value,
            @Nullable Object[] values,
            BiFunction<String, Object, @Nullable Object> ids) {
        for (AttributeMapping part : embedded.parts()) {
            Object own = value == null ? null : part.accessor().get(value);
            String name = path + "." + part.name();
            if (part instanceof ToOne toOne) {
                fill(toOne, name, own, values, ids);
            } else if (part instanceof Embedded inner) {
                fill(inner, name, own, values, ids);
            } else {
                fill(part, own, values);
            }
        }
    }

    private static void fill(
            ToOne toOne,
            String name,
            @Nullable Object value,
            @Nullable Object[] values,
            BiFunction<String, Object, @Nullable Object> ids) {
        Object id = value != null ? ids.apply(name, value) : null;
        if (id != null && toOne.written()) {
            toOne.columns().put(values, id);
        }
    }

    /** Writes a basic or embedded value into the values of a row. */
    static void fill(AttributeMapping attribute, @Nullable Object value, @Nullable Object[] values) {
        if (attribute instanceof Embedded embedded) {
            for (AttributeMapping part : embedded.parts()) {
                fill(part, value == null ? null : part.accessor().get(value), values);
            }
        } else if (attribute instanceof Basic basic && basic.written()) {
            values[basic.slot()] = Values.copy(basic.toColumn(value));
        }
    }

    /**
     * The key that a column gets for an element.
     *
     * @throws TransientReferenceException if it is new or deleted
     */
    Object key(ManagedEntity owner, AttributeMapping attribute, Object element) {
        return references.idForColumn(owner.mapping(), attribute.name(), element);
    }

    /** The key of an element, of whatever state; null if it has none yet. */
    @Nullable
    Object keyOf(Object element) {
        return references.id(element);
    }
}
