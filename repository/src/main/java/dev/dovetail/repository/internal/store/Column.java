package dev.dovetail.repository.internal.store;

/**
 * A column of a table.
 *
 * @param name its name in the database
 * @param nullable whether it may be null
 * @param maxLength how many characters a string in it may have; {@link Integer#MAX_VALUE} for no limit
 */
public record Column(String name, boolean nullable, int maxLength) {}
