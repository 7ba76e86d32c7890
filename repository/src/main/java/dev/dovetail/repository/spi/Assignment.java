package dev.dovetail.repository.spi;

import org.jspecify.annotations.Nullable;

/**
 * What a bulk update sets.
 *
 * @param path to a basic value or one other entity, in the row itself
 * @param value computed from the row as it was before; null sets null
 */
public record Assignment(AttributePath path, @Nullable Expression value) {}
