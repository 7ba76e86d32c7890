package dev.dovetail.repository.spi;

/**
 * A criterion to sort by. Nulls, also those that end a path early, count as greater than every value on each engine:
 * last in ascending, first in descending order; no entity goes missing because of them.
 *
 * @param path to a basic value
 * @param ascending whether the least comes first
 * @param ignoreCase whether strings are compared in lower case
 */
public record SortKey(AttributePath path, boolean ascending, boolean ignoreCase) {}
