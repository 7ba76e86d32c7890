package dev.dovetail.migrations.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A sequence. Immutable.
 *
 * @param name its name
 * @param definition type, increment, bounds and start, in the engine's words
 * @param owner the column it goes with, {@code table.column}, or null
 */
public record Sequence(
        String name, String definition, @Nullable String owner) {}
