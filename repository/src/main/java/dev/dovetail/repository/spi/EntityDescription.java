package dev.dovetail.repository.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entity as repositories need to know it.
 *
 * @param type its class
 * @param name its name in messages and queries
 * @param idType the type of the id: of the attribute, or the id class of a composite one
 * @param idAttributes the names of the id's attributes: one, or several with an id class
 * @param versionAttribute the name of the attribute that counts the changes; null if there is none
 * @param attributes all persistent attributes, the id's and inherited ones included, by name
 */
public record EntityDescription(
        Class<?> type,
        String name,
        Class<?> idType,
        List<String> idAttributes,
        @Nullable String versionAttribute,
        Map<String, AttributeDescription> attributes) {

    /** Keeps copies; the attributes keep their order. */
    public EntityDescription {
        idAttributes = List.copyOf(idAttributes);
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /** The attribute with a name, or null. */
    public @Nullable AttributeDescription attribute(String attribute) {
        return attributes.get(attribute);
    }
}
