package dev.dovetail.orm.internal.repository;

import dev.dovetail.repository.spi.AttributeDescription;
import dev.dovetail.repository.spi.AttributeDescription.Kind;
import dev.dovetail.repository.spi.EntityDescription;
import jakarta.persistence.metamodel.Attribute;
import jakarta.persistence.metamodel.EmbeddableType;
import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.ManagedType;
import jakarta.persistence.metamodel.PluralAttribute;
import jakarta.persistence.metamodel.SingularAttribute;
import jakarta.persistence.metamodel.Type.PersistenceType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.jspecify.annotations.Nullable;

/** Entities as repositories need to know them, read from Hibernate's metamodel once. Immutable. */
final class EntityDescriptions {

    private final Map<Class<?>, EntityDescription> entities = new HashMap<>();

    EntityDescriptions(SessionFactoryImplementor factory) {
        for (EntityType<?> entity : factory.getMetamodel().getEntities()) {
            entities.put(entity.getJavaType(), describe(entity));
        }
    }

    @Nullable
    EntityDescription of(Class<?> type) {
        return entities.get(type);
    }

    Collection<EntityDescription> all() {
        return Collections.unmodifiableCollection(entities.values());
    }

    private static EntityDescription describe(EntityType<?> entity) {
        Map<String, AttributeDescription> attributes = new LinkedHashMap<>();
        for (AttributeDescription attribute : attributes(entity)) {
            attributes.put(attribute.name(), attribute);
        }
        return new EntityDescription(
                entity.getJavaType(),
                entity.getName(),
                entity.getIdType().getJavaType(),
                idAttributes(entity),
                version(entity),
                attributes);
    }

    private static @Nullable String version(EntityType<?> entity) {
        for (Attribute<?, ?> attribute : entity.getAttributes()) {
            if (attribute instanceof SingularAttribute<?, ?> singular && singular.isVersion()) {
                return attribute.getName();
            }
        }
        return null;
    }

    private static List<String> idAttributes(EntityType<?> entity) {
        return entity.getAttributes().stream()
                .filter(attribute -> attribute instanceof SingularAttribute<?, ?> singular && singular.isId())
                .map(Attribute::getName)
                .sorted()
                .toList();
    }

    private static List<AttributeDescription> attributes(ManagedType<?> type) {
        List<AttributeDescription> attributes = new ArrayList<>();
        for (Attribute<?, ?> attribute : type.getAttributes()) {
            attributes.add(describe(attribute));
        }
        return attributes;
    }

    private static AttributeDescription describe(Attribute<?, ?> attribute) {
        if (attribute instanceof PluralAttribute<?, ?, ?> plural) {
            Kind kind = plural.getElementType().getPersistenceType() == PersistenceType.ENTITY
                    ? Kind.TO_MANY
                    : Kind.ELEMENTS;
            return new AttributeDescription(
                    attribute.getName(), kind, plural.getElementType().getJavaType(), true, List.of());
        }
        SingularAttribute<?, ?> singular = (SingularAttribute<?, ?>) attribute;
        if (singular.getType() instanceof EmbeddableType<?> embeddable) {
            return new AttributeDescription(
                    attribute.getName(),
                    Kind.EMBEDDED,
                    attribute.getJavaType(),
                    singular.isOptional(),
                    attributes(embeddable));
        }
        return new AttributeDescription(
                attribute.getName(),
                singular.isAssociation() ? Kind.TO_ONE : Kind.BASIC,
                attribute.getJavaType(),
                singular.isOptional(),
                List.of());
    }
}
