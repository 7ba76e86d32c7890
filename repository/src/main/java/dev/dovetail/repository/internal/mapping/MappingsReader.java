package dev.dovetail.repository.internal.mapping;

import dev.dovetail.repository.internal.mapping.AttributeMapping.Basic;
import dev.dovetail.repository.internal.store.Column;
import dev.dovetail.repository.internal.store.Partition;
import dev.dovetail.repository.internal.store.TableDefinition;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.InheritanceType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads all entities of a persistence: first what each declares, then the tables, which several share. */
final class MappingsReader {

    private final Catalog catalog;
    private final EntityNames names;
    private final Map<Class<?>, EntityDraft> drafts = new LinkedHashMap<>();
    private final Map<Class<?>, @Nullable EntityId> ids = new HashMap<>();
    private final Map<Class<?>, Integer> typeSlots = new HashMap<>();
    private final Map<Class<?>, Hierarchy> hierarchies = new HashMap<>();

    MappingsReader(Catalog catalog) {
        this.catalog = catalog;
        this.names = catalog.names();
    }

    /** The entities that could be read. */
    Map<Class<?>, EntityMapping> read() {
        List<Class<?>> types = names.inOrder();
        for (Class<?> type : types) {
            if (EntityNames.parent(type) == null && names.isInHierarchy(type)) {
                typeSlots.put(type, catalog.place(type).add(new Column(typeColumn(type), false, Integer.MAX_VALUE)));
            }
            drafts.put(type, new EntityReader(type, catalog).read());
        }
        checkColumns(types);
        for (Class<?> type : types) {
            if (EntityNames.parent(type) == null) {
                ids.put(
                        type,
                        draft(type)
                                .id()
                                .id(other ->
                                        Objects.requireNonNull(ids.get(EntityNames.root(other)), other.getName())));
            }
        }
        Map<Class<?>, EntityMapping> entities = new LinkedHashMap<>();
        for (Class<?> type : types) {
            EntityId id = ids.get(EntityNames.root(type));
            if (id != null) {
                entities.put(type, entity(type, id));
            }
        }
        return entities;
    }

    List<TableDefinition> collectionTables() {
        return catalog.collectionTables();
    }

    private EntityDraft draft(Class<?> type) {
        return Objects.requireNonNull(drafts.get(type), type.getName());
    }

    private static String typeColumn(Class<?> root) {
        DiscriminatorColumn column = root.getAnnotation(DiscriminatorColumn.class);
        return column == null ? "dtype" : SnakeCase.of(column.name());
    }

    private void checkColumns(List<Class<?>> types) {
        for (Class<?> type : types) {
            if (EntityNames.parent(type) == null) {
                for (String column : catalog.columns(type).undefined()) {
                    catalog.faults()
                            .add(
                                    type,
                                    "nothing writes the column '" + column + "'",
                                    "insertable = false, updatable = false is for columns that another attribute writes");
                }
            }
        }
    }

    private EntityMapping entity(Class<?> type, EntityId id) {
        Class<?> root = EntityNames.root(type);
        Hierarchy hierarchy = hierarchies.computeIfAbsent(
                root,
                unused -> new Hierarchy(
                        root, typeSlots.get(root), catalog.columns(root).hidden()));
        List<AttributeMapping> attributes = new ArrayList<>();
        Basic version = null;
        for (Class<?> level = type; level != null; level = EntityNames.parent(level)) {
            EntityDraft draft = drafts.get(level);
            if (draft != null) {
                attributes.addAll(0, sorted(draft.attributes()));
                version = draft.version() == null ? version : draft.version();
            }
        }
        EntityDraft draft = draft(type);
        EntityMapping mapping = new EntityMapping(
                type,
                names.entity(type),
                hierarchy,
                checked(type, table(type, id)),
                attributes,
                id,
                version,
                constructor(type),
                new Callbacks(draft.hierarchy(), catalog.faults()));
        hierarchy.add(mapping);
        return mapping;
    }

    /** By their names: the order in which Hibernate cascades. */
    private static List<AttributeMapping> sorted(List<AttributeMapping> attributes) {
        return attributes.stream()
                .sorted(Comparator.comparing(AttributeMapping::name))
                .toList();
    }

    private @Nullable Constructor<?> constructor(Class<?> type) {
        return Modifier.isAbstract(type.getModifiers()) ? null : Constructors.withoutParameters(type, catalog.faults());
    }

    /** With the checks of a class and of those it inherits from. */
    private TableDefinition checked(Class<?> type, TableDefinition table) {
        TableDefinition checked = table;
        for (Class<?> level = type; level != null; level = EntityNames.parent(level)) {
            if (drafts.containsKey(level)) {
                String name = names.hasOneTable(EntityNames.root(type)) ? names.table(level) : names.table(type);
                checked = catalog.place(level).checks().on(checked, name);
            }
        }
        return checked;
    }

    private TableDefinition table(Class<?> type, EntityId id) {
        Columns columns = catalog.columns(type);
        Class<?> root = EntityNames.root(type);
        Integer slot = typeSlots.get(root);
        if (slot == null) {
            return columns.table(id.columns().slots());
        }
        List<Columns.Copy> copies = new ArrayList<>();
        if (EntityNames.strategy(type) == InheritanceType.TABLE_PER_CLASS) {
            for (Class<?> concrete : names.concrete(root)) {
                copies.add(new Columns.Copy(
                        concrete, new Partition(names.table(concrete), slot, Set.of(names.entity(concrete)))));
            }
        }
        Set<String> types = names.concrete(type).stream().map(names::entity).collect(Collectors.toSet());
        Partition part = type == root ? null : new Partition(names.table(type), slot, types);
        return columns.part(type, id.columns().slots(), copies, part);
    }
}
