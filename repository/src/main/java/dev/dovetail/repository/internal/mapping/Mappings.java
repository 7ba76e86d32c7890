package dev.dovetail.repository.internal.mapping;

import dev.dovetail.repository.internal.mapping.AttributeMapping.ToOne;
import dev.dovetail.repository.internal.store.TableDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All entities of one persistence. Thread-safe. */
public final class Mappings {

    /** Kept with the first of the classes, so that they can be unloaded together. */
    private static final ClassValue<Map<List<Class<?>>, Mappings>> KNOWN = new ClassValue<>() {
        @Override
        protected Map<List<Class<?>>, Mappings> computeValue(Class<?> first) {
            return new ConcurrentHashMap<>();
        }
    };

    private final Map<Class<?>, EntityMapping> entities;
    private final List<TableDefinition> tables;

    private Mappings(Map<Class<?>, EntityMapping> entities, List<TableDefinition> tables) {
        this.entities = entities;
        this.tables = tables;
    }

    /**
     * The mappings of entity classes, read once for the same classes: each test may open a persistence of its own.
     *
     * @throws dev.dovetail.repository.UnsupportedMappingException with all faults
     */
    public static Mappings of(List<Class<?>> types) {
        if (types.isEmpty()) {
            return read(types);
        }
        Map<List<Class<?>>, Mappings> known = KNOWN.get(types.get(0));
        Mappings existing = known.get(types);
        if (existing == null) {
            existing = read(types);
            known.put(List.copyOf(types), existing);
        }
        return existing;
    }

    private static Mappings read(List<Class<?>> types) {
        MappingFaults faults = new MappingFaults();
        MappingsReader reader = new MappingsReader(new Catalog(types, faults));
        Map<Class<?>, EntityMapping> entities = reader.read();
        new MappingChecks(entities, faults).check();
        faults.throwIfAny();
        List<TableDefinition> tables = new ArrayList<>();
        for (EntityMapping entity : entities.values()) {
            if (entity.hierarchy().root() == entity.type()) {
                tables.add(entity.table());
            }
        }
        tables.addAll(reader.collectionTables());
        return new Mappings(entities, tables);
    }

    /** The mapping of a class; null if it is none of the entities. */
    public @Nullable EntityMapping find(Class<?> type) {
        return entities.get(type);
    }

    /** The mapping of an entity class. */
    public EntityMapping get(Class<?> type) {
        return Objects.requireNonNull(entities.get(type), type.getName());
    }

    /** The owning side of an inverse association. */
    public ToOne owningSide(Class<?> target, String mappedBy) {
        if (get(target).attribute(mappedBy) instanceof ToOne owning) {
            return owning;
        }
        throw new IllegalStateException(target.getName() + "." + mappedBy + " is no to-one");
    }

    /** All entities. */
    public Collection<EntityMapping> all() {
        return entities.values();
    }

    /** The tables of all entities and of their collections. */
    public List<TableDefinition> tables() {
        return tables;
    }
}
