package dev.dovetail.repository.spi;

import java.util.List;

/**
 * A persistent attribute of an entity or embeddable.
 *
 * @param name its name
 * @param kind what it holds
 * @param type its Java type; of a collection or map, the type of its elements
 * @param optional whether it can be null in the database
 * @param parts the attributes of an embedded value; otherwise empty
 */
public record AttributeDescription(
        String name, Kind kind, Class<?> type, boolean optional, List<AttributeDescription> parts) {

    /** Keeps a copy of the parts. */
    public AttributeDescription {
        parts = List.copyOf(parts);
    }

    /** What an attribute holds. */
    public enum Kind {
        /** A single value of a basic type. */
        BASIC,
        /** A value with parts of its own. */
        EMBEDDED,
        /** One other entity, or none. */
        TO_ONE,
        /** A collection or map of other entities. */
        TO_MANY,
        /** A collection or map of values. */
        ELEMENTS
    }
}
