package dev.dovetail.examples.orders.load;

/**
 * How much an order file contains.
 *
 * @param orders how many orders
 * @param lines how many lines these have in all
 */
public record Contents(long orders, long lines) {}
