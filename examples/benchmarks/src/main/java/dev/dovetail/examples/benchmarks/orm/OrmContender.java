package dev.dovetail.examples.benchmarks.orm;

import java.sql.SQLException;

/** Does the work in one way. What a method returns depends on all that it read. */
interface OrmContender extends AutoCloseable {

    /** One customer in a transaction of its own. */
    long get(long id) throws SQLException;

    /** Inserts one item in a transaction of its own. */
    void insert(long id) throws SQLException;

    /** Reads all items and changes each, in one transaction. */
    long updateAll(long amount) throws SQLException;

    /** Fifty customers with their orders. */
    long fiftyWithOrders(long firstId) throws SQLException;

    /** All items. */
    long items() throws SQLException;

    /** A thousand orders, each with an unloaded customer. */
    long thousandOrders() throws SQLException;

    @Override
    void close();

    /** What a customer with orders comes to. */
    static long sum(Customer customer) {
        long sum = customer.getId();
        for (Order order : customer.getOrders()) {
            sum += order.getTotal();
        }
        return sum;
    }
}
