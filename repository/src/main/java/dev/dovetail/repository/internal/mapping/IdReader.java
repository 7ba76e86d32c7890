package dev.dovetail.repository.internal.mapping;

import dev.dovetail.repository.internal.mapping.AttributeMapping.Basic;
import dev.dovetail.repository.internal.mapping.AttributeMapping.ToOne;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.MapsId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what identifies an entity. */
final class IdReader {

    private final Class<?> type;
    private final List<Class<?>> hierarchy;
    private final List<Accessor> members;
    private final Overrides overrides;
    private final ColumnReader values;
    private final AssociationReader references;
    private final Catalog catalog;
    private final List<AttributeMapping> attributes = new ArrayList<>();
    private final List<ToOne> derived = new ArrayList<>();
    private @Nullable IdGeneration generation;

    IdReader(
            Class<?> type,
            List<Class<?>> hierarchy,
            List<Accessor> members,
            Overrides overrides,
            ColumnReader values,
            AssociationReader references,
            Catalog catalog) {
        this.type = type;
        this.hierarchy = hierarchy;
        this.members = members;
        this.overrides = overrides;
        this.values = values;
        this.references = references;
        this.catalog = catalog;
    }

    static boolean isId(Accessor member) {
        return member.annotations().isAnnotationPresent(Id.class)
                || member.annotations().isAnnotationPresent(EmbeddedId.class);
    }

    /** The attributes of the id; none after a fault. */
    List<AttributeMapping> read() {
        Map<String, List<String>> columns = new HashMap<>();
        for (Accessor member : members) {
            MapsId mapsId = member.annotations().getAnnotation(MapsId.class);
            if (mapsId != null) {
                columns.put(
                        mapsId.value(),
                        catalog.ids().references(member, AssociationReader.target(member), overrides.joins(member)));
            }
        }
        for (Accessor member : members) {
            if (isId(member)) {
                AttributeMapping attribute = read(member, columns);
                if (attribute != null) {
                    attributes.add(attribute);
                }
            }
        }
        if (attributes.isEmpty()) {
            catalog.faults().add(type, "it has no @Id", "annotate the attribute that identifies it");
        }
        return attributes;
    }

    private @Nullable AttributeMapping read(Accessor member, Map<String, List<String>> derivedColumns) {
        if (AssociationReader.isToOne(member)) {
            return references.read(member, overrides.joins(member));
        }
        List<String> whole = derivedColumns.get("");
        if (ColumnReader.isEmbedded(member)) {
            return values.embedded(
                    member,
                    overrides.within(member),
                    true,
                    whole == null ? derivedColumns : values.leaves(member, whole));
        }
        if (member.annotations().isAnnotationPresent(EmbeddedId.class)) {
            catalog.faults()
                    .add(
                            type,
                            member.name(),
                            "@EmbeddedId of a " + member.type().getSimpleName() + ", which is not @Embeddable",
                            "annotate that class");
            return null;
        }
        Basic basic = whole == null
                ? values.basic(member, overrides.column(member), true)
                : values.basic(member, whole.get(0), null, true);
        if (member.annotations().isAnnotationPresent(GeneratedValue.class)) {
            generation = new GenerationReader(type, hierarchy, catalog).read(member);
        }
        return basic;
    }

    /** A reference gives the id, or a part of it. */
    void derivedFrom(ToOne reference) {
        derived.add(reference);
    }

    /**
     * The id, once all of the entity is read; null after a fault.
     *
     * @param ids the ids of other entities, once they are read
     */
    @Nullable
    EntityId id(Function<Class<?>, EntityId> ids) {
        if (attributes.isEmpty()) {
            return null;
        }
        Class<?> idType = idClassType();
        if (attributes.size() > 1 && idType == null) {
            catalog.faults()
                    .add(type, "it has several @Id and no @IdClass", "write the class that holds them: @IdClass(…)");
            return null;
        }
        if (generation != null && (idType != null || !derived.isEmpty())) {
            catalog.faults().add(type, "generated parts of ids are not supported", "set them, or use a single id");
        }
        EntityId.IdClass idClass = idType == null ? null : idClass(idType);
        IdGeneration how = generation == null
                ? IdGeneration.assigned(attributes.get(0).accessor().type())
                : generation;
        return new EntityId(attributes, idClass, derived, how, ids);
    }

    private @Nullable Class<?> idClassType() {
        for (int i = hierarchy.size() - 1; i >= 0; i--) {
            jakarta.persistence.IdClass annotation =
                    hierarchy.get(i).getDeclaredAnnotation(jakarta.persistence.IdClass.class);
            if (annotation != null) {
                return annotation.value();
            }
        }
        return null;
    }

    private EntityId.@Nullable IdClass idClass(Class<?> idType) {
        List<Class<?>> levels = Members.hierarchy(idType);
        List<Accessor> parts = new ArrayList<>();
        List<Accessor> available = Members.of(levels, false);
        List<AttributeMapping> sorted = new ArrayList<>();
        // A record is made with its components in their order.
        for (Accessor part : available) {
            for (AttributeMapping attribute : attributes) {
                if (attribute.name().equals(part.name())) {
                    parts.add(part);
                    sorted.add(attribute);
                }
            }
        }
        if (sorted.size() != attributes.size()) {
            catalog.faults()
                    .add(
                            type,
                            "the id class " + idType.getSimpleName() + " does not have the attributes of the id",
                            "give it a field for each, with the same name and type");
            return null;
        }
        attributes.clear();
        attributes.addAll(sorted);
        return new EntityId.IdClass(idType, ValueClass.constructor(idType, catalog.faults()), parts);
    }
}
