package dev.dovetail.repository.language;

import dev.dovetail.repository.spi.EntityDescription;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the names in a query mean.
 *
 * @param entity the entity that is queried
 * @param describe what is known about other classes; null for those that are no entities
 * @param parameters by how they are written, {@code :name} or {@code ?1}
 * @param now the index of the argument that is the current date; the time and both together follow it
 */
public record QueryScope(
        EntityDescription entity,
        Function<Class<?>, @Nullable EntityDescription> describe,
        Map<String, QueryParameter> parameters,
        int now) {}
