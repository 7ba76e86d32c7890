package dev.dovetail.repository.spi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition that entities must meet. Except in {@link Matching}, a path that leads through a null association or embedded value matches nothing,
 * also not {@link IsNull}.
 */
public sealed interface Restriction {

    /**
     * The id equals a value.
     *
     * @param id of the type of the id, never null
     */
    record IdEqual(Object id) implements Restriction {}

    /**
     * An attribute equals a value. Strings are equal only if all their characters are.
     *
     * @param path to a basic value, an embedded value, or one other entity, which is compared by its id
     * @param value of the attribute's type, never null
     */
    record Equal(AttributePath path, Object value) implements Restriction {}

    /**
     * An attribute is null.
     *
     * @param path to a basic value or one other entity
     */
    record IsNull(AttributePath path) implements Restriction {}

    /**
     * A condition of the query language is met.
     *
     * @param arguments the values of its {@link Expression.Argument}s
     */
    record Matching(Condition condition, List<@Nullable Object> arguments) implements Restriction {

        /** Keeps a copy of the arguments. */
        public Matching {
            arguments = Collections.unmodifiableList(new ArrayList<>(arguments));
        }
    }
}
