package dev.dovetail.core.query;

/**
 * How the cache of a database's compiled queries does. Each compiled query keeps its first plan itself; the cache has the
 * further ones, for other lengths of lists, counts and pages.
 *
 * @param hits how often a plan was there
 * @param misses how often one was made
 * @param evictions how many had to go for others
 * @param size how many there are
 * @param capacity how many there may be
 */
public record QueryCacheStatistics(long hits, long misses, long evictions, int size, int capacity) {}
