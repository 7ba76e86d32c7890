package dev.dovetail.repository.language;

import org.jspecify.annotations.Nullable;

/**
 * A parameter that a query may use.
 *
 * @param index its position among the arguments, from 0
 * @param type its type
 * @param element if it is a collection or an array of values, the type of these; otherwise null
 */
public record QueryParameter(
        int index, Class<?> type, @Nullable Class<?> element) {}
