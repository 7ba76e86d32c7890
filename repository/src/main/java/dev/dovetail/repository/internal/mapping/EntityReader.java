package dev.dovetail.repository.internal.mapping;

import dev.dovetail.repository.internal.mapping.AttributeMapping.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapsId;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what one entity class declares, which is not what it inherits from other entities. */
final class EntityReader {

    private final Class<?> type;
    private final Catalog catalog;
    private final MappingFaults faults;
    private final Place place;
    private final List<Class<?>> hierarchy;
    private final boolean properties;
    private final ColumnReader values;
    private final AssociationReader references;
    private final SecondaryTableReader secondary;
    private final CollectionReader collections;
    private final List<AttributeMapping> attributes = new ArrayList<>();
    private @Nullable Basic version;

    EntityReader(Class<?> type, Catalog catalog) {
        this.type = type;
        this.catalog = catalog;
        this.faults = catalog.faults();
        this.place = catalog.place(type);
        this.hierarchy = Members.hierarchy(type);
        this.properties = Members.areProperties(hierarchy);
        this.references = new AssociationReader(type, place, catalog);
        this.values = new ColumnReader(type, place, properties, catalog.converters(), faults, references);
        this.secondary = new SecondaryTableReader(type, place, faults);
        this.collections = new CollectionReader(type, properties, catalog, references);
    }

    /** What it declares. */
    EntityDraft read() {
        checkClass();
        place.checks().table(type);
        Class<?> parent = EntityNames.parent(type);
        List<Class<?>> own = parent == null
                ? hierarchy
                : hierarchy.stream()
                        .filter(level -> !level.isAssignableFrom(parent))
                        .toList();
        Overrides overrides = Overrides.of(own);
        List<Accessor> members = Members.of(own, properties);
        IdReader ids = new IdReader(type, hierarchy, members, overrides, values, references, catalog);
        if (parent == null) {
            attributes.addAll(ids.read());
        }
        for (Accessor member : members) {
            AnnotationChecks.check(type, member, faults);
            if (IdReader.isId(member)) {
                if (parent != null) {
                    faults.add(type, member.name(), "the id of " + parent.getSimpleName() + " is its id", "remove it");
                }
            } else {
                read(member, overrides, ids);
            }
        }
        uniqueConstraints();
        secondary.unique(this::unique);
        return new EntityDraft(type, hierarchy, List.copyOf(attributes), ids, version);
    }

    private void read(Accessor member, Overrides overrides, IdReader ids) {
        if (AssociationReader.isToOne(member)) {
            List<JoinColumn> joins = overrides.joins(member);
            Place where = secondary.place(member, null, joins);
            AttributeMapping reference =
                    (where == place ? references : new AssociationReader(type, where, catalog)).read(member, joins);
            if (reference != null) {
                attributes.add(reference);
                if (member.annotations().isAnnotationPresent(MapsId.class)
                        && reference instanceof AttributeMapping.ToOne toOne) {
                    ids.derivedFrom(toOne);
                }
            }
        } else if (CollectionReader.isCollection(member)) {
            AttributeMapping collection = collections.read(member, overrides);
            if (collection != null) {
                attributes.add(collection);
            }
        } else if (ColumnReader.isEmbedded(member)) {
            attributes.add(values.embedded(member, overrides));
        } else {
            Column column = overrides.column(member);
            Place where = secondary.place(member, column, List.of());
            Basic basic = (where == place
                            ? values
                            : new ColumnReader(type, where, properties, catalog.converters(), faults))
                    .basic(member, column, false);
            attributes.add(basic);
            if (member.annotations().isAnnotationPresent(Version.class)) {
                version(basic);
            }
        }
    }

    private void checkClass() {
        if (!type.isAnnotationPresent(Entity.class)) {
            faults.add(type, "it is not annotated with @Entity", "annotate it, or leave it out");
        }
        if (Modifier.isFinal(type.getModifiers())) {
            faults.add(type, "an entity class cannot be final here", "remove the modifier");
        }
        if (Modifier.isAbstract(type.getModifiers())
                && catalog.names().concrete(type).isEmpty()) {
            faults.add(type, "it is abstract, and no entity given inherits from it", "give those, too");
        }
        for (Class<?> level : hierarchy) {
            AnnotationChecks.check(level, faults);
        }
        Class<?> parent = EntityNames.parent(type);
        if (parent != null && !catalog.names().contains(parent)) {
            faults.add(
                    type,
                    "it inherits from the entity " + parent.getSimpleName() + ", which is not among the entities given",
                    "give it, too, where the persistence is opened");
        }
    }

    private void version(Basic basic) {
        if (!VersionValues.isVersion(basic.accessor().type())) {
            faults.add(
                    type,
                    basic.name(),
                    "versions of type " + basic.accessor().type().getSimpleName() + " are not supported",
                    "use int, long, Instant or LocalDateTime");
        }
        version = basic;
    }

    private void uniqueConstraints() {
        Table table = type.getAnnotation(Table.class);
        if (table == null) {
            return;
        }
        for (UniqueConstraint constraint : table.uniqueConstraints()) {
            unique(place, constraint.name(), constraint.columnNames());
        }
        for (jakarta.persistence.Index index : table.indexes()) {
            if (index.unique()) {
                unique(place, index.name(), index.columnList().split("\\s*,\\s*"));
            }
        }
    }

    private void unique(Place where, String name, String[] columnNames) {
        List<Integer> slots = new ArrayList<>();
        for (String column : columnNames) {
            int slot = where.slot(SnakeCase.of(column.trim().split("\\s+")[0]));
            if (slot < 0) {
                faults.add(type, "a unique constraint names the unknown column '" + column + "'", "correct the name");
                return;
            }
            slots.add(slot);
        }
        where.uniqueInTable(name.isEmpty() ? null : name, slots);
    }
}
