package dev.dovetail.examples.benchmarks.contender;

import dev.dovetail.examples.benchmarks.work.Buyer;
import dev.dovetail.examples.benchmarks.work.Customer;
import dev.dovetail.examples.benchmarks.work.CustomerOrders;
import dev.dovetail.examples.benchmarks.work.Item;
import dev.dovetail.examples.benchmarks.work.Order;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/**
 * JDBC by hand, as services have it: every piece of work borrows a connection from a pool, prepares its statements in a
 * transaction, in batches of 1,000 with rewriting on PostgreSQL and with a cursor for what is large, and commits.
 */
final class RawJdbc implements Contender {

    private final PlainPool pool;

    RawJdbc(Target target) {
        pool = PlainPool.open(target);
    }

    @Override
    public Customer customer(long id) throws SQLException {
        return inTransaction(connection -> {
            try (PreparedStatement customer = connection.prepareStatement(Jdbc.CUSTOMER)) {
                return Jdbc.customer(customer, id);
            }
        });
    }

    @Override
    public List<CustomerOrders> fiftyWithOrders(long firstId) throws SQLException {
        return inTransaction(connection -> {
            try (PreparedStatement fifty = connection.prepareStatement(Jdbc.FIFTY);
                    PreparedStatement orders = connection.prepareStatement(Jdbc.ORDERS)) {
                return Jdbc.fiftyWithOrders(fifty, orders, firstId);
            }
        });
    }

    @Override
    public List<Buyer> topTenBuyers() throws SQLException {
        return inTransaction(connection -> {
            try (PreparedStatement buyers = connection.prepareStatement(Jdbc.BUYERS)) {
                return Jdbc.topTenBuyers(buyers);
            }
        });
    }

    @Override
    public void eachOrder(Consumer<Order> consumer) throws SQLException {
        inTransaction(connection -> {
            try (PreparedStatement orders = connection.prepareStatement(Jdbc.ALL_ORDERS)) {
                Jdbc.eachOrder(orders, consumer);
                return true;
            }
        });
    }

    @Override
    public void insert(Iterator<Item> items) throws SQLException {
        write(Jdbc.INSERT, items);
    }

    @Override
    public void update(List<Item> items) throws SQLException {
        inTransaction(connection -> {
            try (PreparedStatement update = connection.prepareStatement(Jdbc.UPDATE)) {
                Jdbc.update(update, items);
                return true;
            }
        });
    }

    @Override
    public void upsert(Iterator<Item> items) throws SQLException {
        write(Jdbc.INSERT + Jdbc.ON_CONFLICT, items);
    }

    @Override
    public void close() {
        pool.close();
    }

    private void write(String statement, Iterator<Item> items) throws SQLException {
        inTransaction(connection -> {
            try (PreparedStatement write = connection.prepareStatement(statement)) {
                Jdbc.write(write, items);
                return true;
            }
        });
    }

    private <T> T inTransaction(Work<T> work) throws SQLException {
        try (Connection connection = pool.borrow()) {
            T result = work.run(connection);
            connection.commit();
            return result;
        }
    }

    private interface Work<T> {
        T run(Connection connection) throws SQLException;
    }
}
