package dev.dovetail.orm.internal.repository;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a query.
 *
 * @param list whether its value is a list of values
 * @param restriction the position of the restriction whose arguments it is computed from; -1 for none of them
 */
record HqlBinding(String name, Source source, boolean list, int restriction) {

    /** Where its value comes from. */
    interface Source {

        /** The value, given the arguments of its expression. */
        @Nullable
        Object of(List<@Nullable Object> arguments);
    }
}
