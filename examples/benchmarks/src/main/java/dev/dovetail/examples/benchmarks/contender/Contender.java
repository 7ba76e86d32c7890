package dev.dovetail.examples.benchmarks.contender;

import dev.dovetail.examples.benchmarks.work.Buyer;
import dev.dovetail.examples.benchmarks.work.Customer;
import dev.dovetail.examples.benchmarks.work.CustomerOrders;
import dev.dovetail.examples.benchmarks.work.Item;
import dev.dovetail.examples.benchmarks.work.Order;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/** One way to do the work that is compared. Used by one thread. */
public interface Contender extends AutoCloseable {

    /** The customer with this id, who exists. */
    Customer customer(long id) throws SQLException;

    /** Fifty customers by id, from this id on, each with their orders by id. */
    List<CustomerOrders> fiftyWithOrders(long firstId) throws SQLException;

    /** The ten customers who bought most. */
    List<Buyer> topTenBuyers() throws SQLException;

    /** Hands over all orders by id, never holding all of them. */
    void eachOrder(Consumer<Order> consumer) throws SQLException;

    /** Inserts the items, all or none. */
    void insert(Iterator<Item> items) throws SQLException;

    /** Sets amount and note of the items with these ids, all or none. */
    void update(List<Item> items) throws SQLException;

    /** Inserts the items or sets name, amount and note of those that are there, all or none. */
    void upsert(Iterator<Item> items) throws SQLException;

    @Override
    void close() throws SQLException;
}
