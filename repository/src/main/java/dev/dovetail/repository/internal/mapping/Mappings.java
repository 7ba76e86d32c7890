package dev.dovetail.repository.internal.mapping;

import dev.dovetail.repository.internal.mapping.AttributeMapping.InverseToMany;
import dev.dovetail.repository.internal.mapping.AttributeMapping.InverseToOne;
import dev.dovetail.repository.internal.mapping.AttributeMapping.ToOne;
import dev.dovetail.repository.internal.store.TableDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
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
        EntityNames names = new EntityNames(types);
        LinkTables links = new LinkTables(names, faults);
        Map<Class<?>, EntityMapping> entities = new LinkedHashMap<>();
        for (Class<?> type : types) {
            EntityMapping mapping = new EntityReader(type, names, links, faults).read();
            if (mapping != null) {
                entities.put(type, mapping);
            }
        }
        checkInverse(entities, faults);
        checkOrder(entities, faults);
        faults.throwIfAny();
        List<TableDefinition> tables = new ArrayList<>();
        entities.values().forEach(entity -> tables.add(entity.table()));
        links.all().forEach(tables::add);
        return new Mappings(entities, tables);
    }

    private static void checkInverse(Map<Class<?>, EntityMapping> entities, MappingFaults faults) {
        for (EntityMapping entity : entities.values()) {
            for (AttributeMapping attribute : entity.attributes()) {
                String mappedBy = attribute instanceof InverseToMany many
                        ? many.mappedBy()
                        : attribute instanceof InverseToOne one ? one.mappedBy() : null;
                if (mappedBy != null && attribute instanceof AttributeMapping.Association association) {
                    EntityMapping target = entities.get(association.target());
                    boolean isMapped = target != null
                            && target.attribute(mappedBy) instanceof ToOne owning
                            && owning.target() == entity.type();
                    if (!isMapped) {
                        faults.add(
                                entity.type(),
                                attribute.name(),
                                "mappedBy names '" + mappedBy + "', which is no to-one of "
                                        + association.target().getSimpleName() + " that leads back",
                                "name the attribute on the other side");
                    }
                }
            }
        }
    }

    private static void checkOrder(Map<Class<?>, EntityMapping> entities, MappingFaults faults) {
        for (EntityMapping entity : entities.values()) {
            for (AttributeMapping attribute : entity.attributes()) {
                if (attribute instanceof AttributeMapping.ToMany many) {
                    EntityMapping element = entities.get(many.target());
                    String orderBy = many.orderBy();
                    if (element != null && orderBy != null && CollectionOrder.parse(orderBy, element) == null) {
                        faults.add(
                                entity.type(),
                                attribute.name(),
                                "@OrderBy(\"" + orderBy + "\") is not understood",
                                "name basic attributes of " + element.name() + ", each with ASC or DESC");
                    }
                }
            }
        }
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

    /** The tables of all entities and of the links between them. */
    public List<TableDefinition> tables() {
        return tables;
    }
}
