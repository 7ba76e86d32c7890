package dev.dovetail.core.engine;

/**
 * The connections of a database at one moment. All zero for a database on somebody else's pool.
 *
 * @param active in use
 * @param idle open and free
 * @param waiting threads that wait for one
 * @param max how many there can be
 */
public record PoolStatus(int active, int idle, int waiting, int max) {}
