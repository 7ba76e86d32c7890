package dev.dovetail.repository.internal.mapping;

import dev.dovetail.repository.internal.mapping.AttributeMapping.Basic;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Embedded;
import dev.dovetail.repository.internal.mapping.AttributeMapping.ToOne;
import dev.dovetail.repository.internal.store.KeyColumns;
import dev.dovetail.repository.internal.store.Values;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What identifies the entities of one hierarchy: one attribute, or several together. An id has two forms: as users know
 * it (a number, an embeddable, an instance of the id class), and as the key of a row: the value of the only column, or
 * the list of the values of all columns.
 */
public final class EntityId {

    private final List<AttributeMapping> attributes;
    private final @Nullable IdClass idClass;
    private final List<ToOne> derived;
    private final IdGeneration generation;
    private final Function<Class<?>, EntityId> ids;
    private final KeyColumns columns;

    /**
     * Of these attributes.
     *
     * @param idClass what several attributes are together; null for a single one
     * @param derived references that give the id, or parts of it
     * @param ids the ids of other entities, once they are read
     */
    EntityId(
            List<AttributeMapping> attributes,
            @Nullable IdClass idClass,
            List<ToOne> derived,
            IdGeneration generation,
            Function<Class<?>, EntityId> ids) {
        this.attributes = List.copyOf(attributes);
        this.idClass = idClass;
        this.derived = List.copyOf(derived);
        this.generation = generation;
        this.ids = ids;
        List<Integer> slots = new ArrayList<>();
        attributes.forEach(attribute -> addSlots(attribute, slots));
        this.columns = new KeyColumns(slots);
    }

    private static void addSlots(AttributeMapping attribute, List<Integer> slots) {
        if (attribute instanceof Embedded embedded) {
            embedded.parts().forEach(part -> addSlots(part, slots));
        } else if (attribute instanceof ToOne toOne) {
            slots.addAll(toOne.columns().slots());
        } else {
            slots.add(((Basic) attribute).slot());
        }
    }

    /** The attributes: one, or several with an id class. */
    public List<AttributeMapping> attributes() {
        return attributes;
    }

    /** Whether an attribute is the id or one of its attributes. */
    public boolean contains(AttributeMapping attribute) {
        return attributes.contains(attribute);
    }

    /** The only attribute; null if there are several. */
    public @Nullable AttributeMapping single() {
        return attributes.size() == 1 && idClass == null ? attributes.get(0) : null;
    }

    /** The names of the attributes, for messages. */
    public String name() {
        return attributes.stream().map(AttributeMapping::name).collect(Collectors.joining(", "));
    }

    /** The type of an id as users know it. */
    public Class<?> type() {
        if (idClass != null) {
            return idClass.type();
        }
        return attributes.get(0) instanceof ToOne toOne
                ? ids.apply(toOne.target()).type()
                : attributes.get(0).accessor().type();
    }

    /** The columns of the primary key. */
    public KeyColumns columns() {
        return columns;
    }

    /** The references that give the id of a new entity, or parts of it. */
    public List<ToOne> derived() {
        return derived;
    }

    /** Where ids come from. */
    public IdGeneration generation() {
        return generation;
    }

    /** The key for an id as users know it. */
    public Object key(Object id) {
        List<@Nullable Object> parts = new ArrayList<>();
        if (idClass != null) {
            for (int i = 0; i < attributes.size(); i++) {
                addIdParts(attributes.get(i), idClass.parts().get(i).get(id), parts);
            }
        } else if (attributes.get(0) instanceof Basic) {
            return Values.key(id);
        } else {
            addIdParts(attributes.get(0), id, parts);
        }
        return asKey(parts);
    }

    /** In an id there stands the other's id where in an entity there is the reference. */
    private void addIdParts(AttributeMapping attribute, @Nullable Object value, List<@Nullable Object> parts) {
        Function<Object, @Nullable Object> keys =
                attribute instanceof ToOne toOne ? ids.apply(toOne.target())::key : other -> null;
        addParts(attribute, value, parts, keys);
    }

    private static Object asKey(List<@Nullable Object> parts) {
        return parts.size() == 1 ? Objects.requireNonNull(parts.get(0), "id") : parts;
    }

    /**
     * The key of an entity that is no proxy; null if its id is not set.
     *
     * @param references the keys of the entities that it refers to
     */
    public @Nullable Object keyOf(Object entity, Function<Object, @Nullable Object> references) {
        if (attributes.size() == 1 && attributes.get(0) instanceof Basic basic) {
            Object value = basic.accessor().get(entity);
            return generation.isUnset(value) || value == null ? null : Values.key(value);
        }
        List<@Nullable Object> parts = partsOf(entity, references);
        return parts.contains(null) ? null : asKey(parts);
    }

    /** The parts of the key of an entity, null where one is not set. */
    public List<@Nullable Object> partsOf(Object entity, Function<Object, @Nullable Object> references) {
        List<@Nullable Object> parts = new ArrayList<>();
        for (AttributeMapping attribute : attributes) {
            addParts(attribute, attribute.accessor().get(entity), parts, references);
        }
        return parts;
    }

    private void addParts(
            AttributeMapping attribute,
            @Nullable Object value,
            List<@Nullable Object> parts,
            Function<Object, @Nullable Object> references) {
        if (attribute instanceof Embedded embedded) {
            for (AttributeMapping part : embedded.parts()) {
                addParts(part, value == null ? null : part.accessor().get(value), parts, references);
            }
        } else if (attribute instanceof ToOne toOne) {
            Object key = value == null ? null : references.apply(value);
            for (int i = 0; i < toOne.columns().slots().size(); i++) {
                parts.add(key == null ? null : KeyColumns.parts(key).get(i));
            }
        } else {
            parts.add(value == null ? null : Values.key(value));
        }
    }

    /** The id as users know it for a key. */
    public Object id(Object key) {
        if (idClass == null && attributes.get(0) instanceof Basic) {
            return key;
        }
        Iterator<?> parts = KeyColumns.parts(key).iterator();
        if (idClass == null) {
            return value(attributes.get(0), parts);
        }
        List<Object> values =
                attributes.stream().map(attribute -> value(attribute, parts)).toList();
        return ValueClass.make(idClass.constructor(), idClass.parts(), values);
    }

    private Object value(AttributeMapping attribute, Iterator<?> parts) {
        if (attribute instanceof Embedded embedded) {
            return embedded.value()
                    .make(embedded.parts().stream()
                            .map(part -> value(part, parts))
                            .toList());
        }
        if (attribute instanceof ToOne toOne) {
            List<Object> key = new ArrayList<>();
            for (int i = 0; i < toOne.columns().slots().size(); i++) {
                key.add(parts.next());
            }
            return ids.apply(toOne.target()).id(key.size() == 1 ? key.get(0) : key);
        }
        return parts.next();
    }

    /** Sets the id of an entity to what a key stands for, where it is no reference, which has it by itself. */
    public void set(Object entity, Object key) {
        if (idClass == null && !(attributes.get(0) instanceof ToOne)) {
            attributes.get(0).accessor().set(entity, id(key));
        }
    }

    /** Copies the id of an entity into another one. */
    public void copy(Object from, Object to) {
        attributes.forEach(
                attribute -> attribute.accessor().set(to, attribute.accessor().get(from)));
    }

    /**
     * What gives an entity that becomes persistent the id that it has now; none if it is generated. One that is taken from
     * a reference stays, as the reference does.
     */
    public Runnable reset(Object entity) {
        if (!derived.isEmpty() && !(single() instanceof Basic)) {
            return () -> {};
        }
        List<@Nullable Object> before = new ArrayList<>();
        attributes.forEach(attribute -> before.add(
                generation.isGenerated()
                        ? unset(attribute)
                        : attribute.accessor().get(entity)));
        return () -> {
            for (int i = 0; i < attributes.size(); i++) {
                attributes.get(i).accessor().set(entity, before.get(i));
            }
        };
    }

    private static @Nullable Object unset(AttributeMapping attribute) {
        Class<?> type = attribute.accessor().type();
        return type.isPrimitive() ? Reflection.zero(type) : null;
    }

    /**
     * The class that stands for the values of several id attributes.
     *
     * @param constructor makes one: empty, or of a record with all parts
     * @param parts its attributes, in the order of the entity's
     */
    record IdClass(Class<?> type, java.lang.reflect.Constructor<?> constructor, List<Accessor> parts) {}
}
