package dev.dovetail.repository.internal.store;

import org.jspecify.annotations.Nullable;

/**
 * A column that holds the id of a row in another table, or null.
 *
 * @param name the name of the constraint, or null if the mapping gives none
 * @param slot the position of the column in a row
 * @param target the name of the other table
 */
public record ForeignKey(@Nullable String name, int slot, String target) {}
