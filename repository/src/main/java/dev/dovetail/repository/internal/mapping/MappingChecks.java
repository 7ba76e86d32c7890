package dev.dovetail.repository.internal.mapping;

import dev.dovetail.repository.internal.mapping.AttributeMapping.Association;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Elements;
import dev.dovetail.repository.internal.mapping.AttributeMapping.InverseToMany;
import dev.dovetail.repository.internal.mapping.AttributeMapping.InverseToOne;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Plural;
import dev.dovetail.repository.internal.mapping.AttributeMapping.ToMany;
import dev.dovetail.repository.internal.mapping.AttributeMapping.ToOne;
import dev.dovetail.repository.internal.mapping.CollectionShape.KeyAttribute;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks what entities say of each other, once all of them are read. */
final class MappingChecks {

    private final Map<Class<?>, EntityMapping> entities;
    private final MappingFaults faults;

    MappingChecks(Map<Class<?>, EntityMapping> entities, MappingFaults faults) {
        this.entities = entities;
        this.faults = faults;
    }

    void check() {
        for (EntityMapping entity : entities.values()) {
            for (AttributeMapping attribute : entity.attributes()) {
                if (attribute instanceof InverseToMany many) {
                    checkInverse(entity, many, many.mappedBy());
                } else if (attribute instanceof InverseToOne one) {
                    checkInverse(entity, one, one.mappedBy());
                }
                if (attribute instanceof Plural plural) {
                    checkOrder(entity, plural);
                    checkKey(entity, plural);
                }
            }
        }
    }

    private void checkInverse(EntityMapping entity, Association association, String mappedBy) {
        EntityMapping target = entities.get(association.target());
        boolean isMapped = target != null
                && target.attribute(mappedBy) instanceof ToOne owning
                && owning.target().isAssignableFrom(entity.type());
        if (!isMapped) {
            faults.add(
                    entity.type(),
                    association.name(),
                    "mappedBy names '" + mappedBy + "', which is no to-one of "
                            + association.target().getSimpleName() + " that leads back",
                    "name the attribute on the other side");
        }
    }

    private void checkOrder(EntityMapping entity, Plural plural) {
        String orderBy = plural.shape().orderBy();
        if (orderBy != null && !isUnderstood(orderBy, plural)) {
            faults.add(
                    entity.type(),
                    plural.name(),
                    "@OrderBy(\"" + orderBy + "\") is not understood",
                    "name basic attributes of the elements, each with ASC or DESC");
        }
    }

    private boolean isUnderstood(String orderBy, Plural plural) {
        if (plural instanceof Elements elements) {
            return CollectionOrder.parse(orderBy, elements.element()) != null;
        }
        EntityMapping element = entities.get(((ToMany) plural).target());
        return element == null || CollectionOrder.parse(orderBy, element) != null;
    }

    private void checkKey(EntityMapping entity, Plural plural) {
        @Nullable String key = plural.shape().key() instanceof KeyAttribute attribute ? attribute.attribute() : null;
        if (key != null && plural instanceof ToMany many) {
            EntityMapping element = entities.get(many.target());
            if (element != null && element.attribute(key) == null) {
                faults.add(
                        entity.type(),
                        plural.name(),
                        "@MapKey(name = \"" + key + "\") names no attribute of " + element.name(),
                        "correct the name");
            }
        }
    }
}
