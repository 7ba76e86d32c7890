package dev.dovetail.examples.orders.report;

/**
 * A user and what the user has bought.
 *
 * @param name the user's name
 * @param email the user's e-mail address
 * @param orders how many orders
 * @param totalCents the sum of all orders
 */
public record Buyer(String name, String email, long orders, long totalCents) {}
