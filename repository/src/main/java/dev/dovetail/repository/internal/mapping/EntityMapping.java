package dev.dovetail.repository.internal.mapping;

import dev.dovetail.repository.internal.mapping.AttributeMapping.Basic;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Plural;
import dev.dovetail.repository.internal.store.Row;
import dev.dovetail.repository.internal.store.TableDefinition;
import java.lang.reflect.Constructor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How the entities of one class are kept. Thread-safe. */
public final class EntityMapping {

    private final Class<?> type;
    private final String name;
    private final Hierarchy hierarchy;
    private final TableDefinition table;
    private final List<AttributeMapping> attributes;
    private final List<Plural> plurals;
    private final Map<String, AttributeMapping> byName = new HashMap<>();
    private final EntityId id;
    private final @Nullable Basic version;
    private final @Nullable Constructor<?> constructor;
    private final Callbacks callbacks;
    private final Timestamps timestamps;

    EntityMapping(
            Class<?> type,
            String name,
            Hierarchy hierarchy,
            TableDefinition table,
            List<AttributeMapping> attributes,
            EntityId id,
            @Nullable Basic version,
            @Nullable Constructor<?> constructor,
            Callbacks callbacks) {
        this.type = type;
        this.name = name;
        this.hierarchy = hierarchy;
        this.table = table;
        this.attributes = List.copyOf(attributes);
        this.plurals = attributes.stream()
                .filter(Plural.class::isInstance)
                .map(Plural.class::cast)
                .toList();
        attributes.forEach(attribute -> byName.put(attribute.name(), attribute));
        this.id = id;
        this.version = version;
        this.constructor = constructor;
        this.callbacks = callbacks;
        this.timestamps = Timestamps.of(attributes);
    }

    /** The class. */
    public Class<?> type() {
        return type;
    }

    /** The name of the entity. */
    public String name() {
        return name;
    }

    /** The table with its rows: of this class, and of those that inherit from it. */
    public TableDefinition table() {
        return table;
    }

    /** The entities that inherit from each other, of which this is one. */
    public Hierarchy hierarchy() {
        return hierarchy;
    }

    /** The mapping of the class that a row of the table belongs to. */
    public EntityMapping of(Row row) {
        return hierarchy.of(row, this);
    }

    /** All attributes, those of superclasses first. */
    public List<AttributeMapping> attributes() {
        return attributes;
    }

    /** Those of its attributes that are collections or maps. */
    public List<Plural> plurals() {
        return plurals;
    }

    /** The attribute with a name, or null. */
    public @Nullable AttributeMapping attribute(String attribute) {
        return byName.get(attribute);
    }

    /** The id. */
    public EntityId id() {
        return id;
    }

    /** The version, or null. */
    public @Nullable Basic version() {
        return version;
    }

    /** The attributes that get the time by themselves. */
    public Timestamps timestamps() {
        return timestamps;
    }

    /** The version of an entity that is no proxy; null if it has none. */
    public @Nullable Object versionOf(Object entity) {
        return version == null ? null : version.accessor().get(entity);
    }

    /** Makes the version of an entity that is inserted anew as unknown as in a new one, if it can be null. */
    public void forgetVersion(Object entity) {
        if (version != null && !version.accessor().type().isPrimitive()) {
            version.accessor().set(entity, null);
        }
    }

    /** An empty entity. */
    public Object instantiate() {
        return Reflection.newInstance(Objects.requireNonNull(constructor, "abstract"));
    }

    /** Calls what is to be called in the life of an entity. */
    public void call(Callback callback, Object entity) {
        callbacks.call(callback, entity);
    }
}
