package dev.dovetail.repository.internal.mapping;

import dev.dovetail.repository.internal.mapping.AttributeMapping.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one entity class. */
final class EntityReader {

    private final Class<?> type;
    private final EntityNames names;
    private final LinkTables links;
    private final MappingFaults faults;
    private final Columns columns = new Columns();

    EntityReader(Class<?> type, EntityNames names, LinkTables links, MappingFaults faults) {
        this.type = type;
        this.names = names;
        this.links = links;
        this.faults = faults;
    }

    /** The mapping; null after a fault that leaves nothing to go on with. */
    @Nullable
    EntityMapping read() {
        List<Class<?>> hierarchy = Members.hierarchy(type);
        checkClass(hierarchy);
        boolean properties = Members.areProperties(hierarchy);
        Checks checks = new Checks(type, faults);
        checks.table(type);
        ColumnReader values = new ColumnReader(type, columns, checks, properties, faults);
        AssociationReader associations = new AssociationReader(type, names, columns, links, faults);
        List<AttributeMapping> attributes = new ArrayList<>();
        Basic id = null;
        Basic version = null;
        for (Accessor member : Members.of(hierarchy, properties)) {
            AnnotationChecks.check(type, member, faults);
            if (AssociationReader.isAssociation(member)) {
                AttributeMapping association = associations.read(member);
                if (association != null) {
                    attributes.add(association);
                }
            } else if (ColumnReader.isEmbedded(member)) {
                attributes.add(values.embedded(member));
            } else {
                boolean isId = member.annotations().isAnnotationPresent(Id.class);
                Basic basic = values.basic(member, isId);
                attributes.add(basic);
                if (isId && id != null) {
                    faults.add(type, member.name(), "ids of several attributes are not supported", "use a single @Id");
                }
                id = isId ? basic : id;
                version = member.annotations().isAnnotationPresent(Version.class) ? version(basic) : version;
            }
        }
        if (id == null) {
            faults.add(type, "it has no @Id", "annotate the attribute that identifies it");
            return null;
        }
        uniqueConstraints();
        Constructor<?> constructor = Constructors.withoutParameters(type, faults);
        return new EntityMapping(
                type,
                names.entity(type),
                checks.on(columns.table(names.table(type), List.of(id.slot()))),
                attributes,
                id,
                generation(id),
                version,
                constructor,
                new Callbacks(hierarchy));
    }

    private void checkClass(List<Class<?>> hierarchy) {
        if (!type.isAnnotationPresent(Entity.class)) {
            faults.add(type, "it is not annotated with @Entity", "annotate it, or leave it out");
        }
        if (Modifier.isFinal(type.getModifiers()) || Modifier.isAbstract(type.getModifiers())) {
            faults.add(type, "an entity class can be neither final nor abstract here", "remove the modifier");
        }
        for (Class<?> level : hierarchy) {
            AnnotationChecks.check(level, faults);
            if (level != type && level.isAnnotationPresent(Entity.class)) {
                faults.add(
                        type,
                        "it inherits from the entity " + level.getSimpleName() + ", which is not supported",
                        "use @MappedSuperclass");
            }
        }
    }

    private Basic version(Basic basic) {
        if (!Numbers.isInteger(basic.accessor().type())) {
            faults.add(
                    type,
                    basic.name(),
                    "versions of type " + basic.accessor().type().getSimpleName() + " are not supported",
                    "use int or long");
        }
        return basic;
    }

    private IdGeneration generation(Basic id) {
        Class<?> idType = id.accessor().type();
        if (!id.accessor().annotations().isAnnotationPresent(GeneratedValue.class)) {
            return IdGeneration.assigned(idType);
        }
        IdGeneration generation = IdGeneration.generated(idType);
        if (generation == null) {
            faults.add(
                    type,
                    id.name(),
                    "ids of type " + idType.getSimpleName() + " cannot be generated",
                    "use a whole number, a UUID or a String");
            return IdGeneration.assigned(idType);
        }
        return generation;
    }

    private void uniqueConstraints() {
        Table table = type.getAnnotation(Table.class);
        if (table == null) {
            return;
        }
        for (UniqueConstraint constraint : table.uniqueConstraints()) {
            unique(constraint.name(), constraint.columnNames());
        }
        for (jakarta.persistence.Index index : table.indexes()) {
            if (index.unique()) {
                unique(index.name(), index.columnList().split("\\s*,\\s*"));
            }
        }
    }

    private void unique(String name, String[] columnNames) {
        List<Integer> slots = new ArrayList<>();
        for (String column : columnNames) {
            int slot = columns.slot(SnakeCase.of(column.trim().split("\\s+")[0]));
            if (slot < 0) {
                faults.add(type, "a unique constraint names the unknown column '" + column + "'", "correct the name");
                return;
            }
            slots.add(slot);
        }
        columns.unique(AssociationReader.constraintName(name), slots);
    }
}
