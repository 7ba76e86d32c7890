package dev.dovetail.repository.internal.mapping;

import dev.dovetail.repository.internal.mapping.AttributeMapping.Basic;
import dev.dovetail.repository.internal.store.TableDefinition;
import java.lang.reflect.Constructor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the entities of one class are kept. Thread-safe. */
public final class EntityMapping {

    private final Class<?> type;
    private final String name;
    private final TableDefinition table;
    private final List<AttributeMapping> attributes;
    private final Basic id;
    private final IdGeneration idGeneration;
    private final @Nullable Basic version;
    private final Constructor<?> constructor;
    private final Callbacks callbacks;

    EntityMapping(
            Class<?> type,
            String name,
            TableDefinition table,
            List<AttributeMapping> attributes,
            Basic id,
            IdGeneration idGeneration,
            @Nullable Basic version,
            Constructor<?> constructor,
            Callbacks callbacks) {
        this.type = type;
        this.name = name;
        this.table = table;
        this.attributes = List.copyOf(attributes);
        this.id = id;
        this.idGeneration = idGeneration;
        this.version = version;
        this.constructor = constructor;
        this.callbacks = callbacks;
    }

    /** The class. */
    public Class<?> type() {
        return type;
    }

    /** The name of the entity. */
    public String name() {
        return name;
    }

    /** The table with its rows. */
    public TableDefinition table() {
        return table;
    }

    /** All attributes, those of mapped superclasses first. */
    public List<AttributeMapping> attributes() {
        return attributes;
    }

    /** The attribute with a name, or null. */
    public @Nullable AttributeMapping attribute(String attribute) {
        for (AttributeMapping mapping : attributes) {
            if (mapping.name().equals(attribute)) {
                return mapping;
            }
        }
        return null;
    }

    /** The id. */
    public Basic id() {
        return id;
    }

    /** Where ids come from. */
    public IdGeneration idGeneration() {
        return idGeneration;
    }

    /** The version, or null. */
    public @Nullable Basic version() {
        return version;
    }

    /** The id of an entity that is no proxy; null if it has none yet. */
    public @Nullable Object idOf(Object entity) {
        Object value = id.accessor().get(entity);
        return idGeneration.isUnset(value) ? null : value;
    }

    /** The version of an entity that is no proxy; null if it has none. */
    public @Nullable Object versionOf(Object entity) {
        return version == null ? null : version.accessor().get(entity);
    }

    /** An empty entity. */
    public Object instantiate() {
        return Reflection.newInstance(constructor);
    }

    /** Calls the lifecycle methods of an entity. */
    public void call(Callback callback, Object entity) {
        callbacks.call(callback, entity);
    }
}
