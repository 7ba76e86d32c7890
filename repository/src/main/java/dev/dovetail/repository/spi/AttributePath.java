package dev.dovetail.repository.spi;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A way from an entity to one of its attributes, through embedded values and associations.
 *
 * @param steps the attributes on the way, at least one
 */
public record AttributePath(List<AttributeDescription> steps) {

    /** Refuses an empty path. */
    public AttributePath {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("An attribute path needs at least one step, got " + steps);
        }
    }

    /** The attribute to which it leads. */
    public AttributeDescription last() {
        return steps.get(steps.size() - 1);
    }

    /** The names on the way, joined by dots: {@code address.city}. */
    public String name() {
        return steps.stream().map(AttributeDescription::name).collect(Collectors.joining("."));
    }
}
