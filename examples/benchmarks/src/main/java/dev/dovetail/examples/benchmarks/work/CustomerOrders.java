package dev.dovetail.examples.benchmarks.work;

import java.util.List;

/** A customer with all of their orders. */
public record CustomerOrders(Customer customer, List<Order> orders) {}
