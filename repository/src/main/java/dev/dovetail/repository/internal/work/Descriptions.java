package dev.dovetail.repository.internal.work;

import dev.dovetail.repository.internal.mapping.AttributeMapping;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Basic;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Elements;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Embedded;
import dev.dovetail.repository.internal.mapping.AttributeMapping.InverseToOne;
import dev.dovetail.repository.internal.mapping.AttributeMapping.ToMany;
import dev.dovetail.repository.internal.mapping.AttributeMapping.ToOne;
import dev.dovetail.repository.internal.mapping.EntityMapping;
import dev.dovetail.repository.spi.AttributeDescription;
import dev.dovetail.repository.spi.AttributeDescription.Kind;
import dev.dovetail.repository.spi.EntityDescription;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Describes mapped entities to the repositories. */
final class Descriptions {

    private Descriptions() {}

    static EntityDescription of(EntityMapping entity) {
        Map<String, AttributeDescription> attributes = new LinkedHashMap<>();
        entity.attributes().forEach(attribute -> attributes.put(attribute.name(), of(attribute)));
        Basic version = entity.version();
        return new EntityDescription(
                entity.type(),
                entity.name(),
                entity.id().type(),
                entity.id().attributes().stream()
                        .map(AttributeMapping::name)
                        .sorted()
                        .toList(),
                version == null ? null : version.name(),
                attributes);
    }

    private static AttributeDescription of(AttributeMapping attribute) {
        Class<?> type = attribute.accessor().type();
        if (attribute instanceof Basic basic) {
            return describe(attribute, Kind.BASIC, type, basic.nullable());
        }
        if (attribute instanceof Embedded embedded) {
            List<AttributeDescription> parts =
                    embedded.parts().stream().map(Descriptions::of).toList();
            boolean optional = parts.stream().allMatch(AttributeDescription::optional);
            return new AttributeDescription(attribute.name(), Kind.EMBEDDED, type, optional, parts);
        }
        if (attribute instanceof ToOne toOne) {
            return describe(attribute, Kind.TO_ONE, toOne.target(), toOne.optional());
        }
        if (attribute instanceof InverseToOne inverse) {
            return describe(attribute, Kind.TO_ONE, inverse.target(), true);
        }
        if (attribute instanceof Elements elements) {
            return describe(
                    attribute, Kind.ELEMENTS, elements.element().accessor().type(), true);
        }
        return describe(attribute, Kind.TO_MANY, ((ToMany) attribute).target(), true);
    }

    private static AttributeDescription describe(
            AttributeMapping attribute, Kind kind, Class<?> type, boolean optional) {
        return new AttributeDescription(attribute.name(), kind, type, optional, List.of());
    }
}
