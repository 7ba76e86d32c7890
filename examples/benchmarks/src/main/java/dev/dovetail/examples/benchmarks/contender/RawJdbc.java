package dev.dovetail.examples.benchmarks.contender;

import dev.dovetail.examples.benchmarks.work.Buyer;
import dev.dovetail.examples.benchmarks.work.Customer;
import dev.dovetail.examples.benchmarks.work.CustomerOrders;
import dev.dovetail.examples.benchmarks.work.Item;
import dev.dovetail.examples.benchmarks.work.Order;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * JDBC by hand, as its users write it: one connection, every piece of work in a transaction, statements prepared once
 * and kept, batches of 1,000 with rewriting on PostgreSQL, a cursor for what is large.
 */
final class RawJdbc implements Contender {

    private static final int BATCH = 1_000;
    private static final String ORDER_COLUMNS = "select id, customer_id, total, note from orders";

    private final Connection connection;
    private final PreparedStatement customer;
    private final PreparedStatement fifty;
    private final PreparedStatement orders;
    private final PreparedStatement buyers;
    private final PreparedStatement allOrders;
    private final PreparedStatement insert;
    private final PreparedStatement update;
    private final PreparedStatement upsert;

    RawJdbc(Target target) throws SQLException {
        connection = PlainConnection.open(target);
        connection.setAutoCommit(false);
        customer = connection.prepareStatement("select id, email, name, city from customers where id = ?");
        fifty = connection.prepareStatement(
                "select id, email, name, city from customers where id >= ? order by id limit 50");
        orders = connection.prepareStatement(
                ORDER_COLUMNS + " where customer_id in (?" + ", ?".repeat(49) + ") order by customer_id, id");
        buyers = connection.prepareStatement("select c.id, c.email, sum(o.total) as bought from customers c"
                + " join orders o on o.customer_id = c.id group by c.id, c.email order by bought desc, c.id limit 10");
        allOrders = connection.prepareStatement(ORDER_COLUMNS + " order by id");
        allOrders.setFetchSize(BATCH);
        insert = connection.prepareStatement("insert into items (id, name, amount, note) values (?, ?, ?, ?)");
        update = connection.prepareStatement("update items set amount = ?, note = ? where id = ?");
        upsert = connection.prepareStatement("insert into items (id, name, amount, note) values (?, ?, ?, ?)"
                + " on conflict (id) do update set name = excluded.name, amount = excluded.amount,"
                + " note = excluded.note");
    }

    @Override
    public Customer customer(long id) throws SQLException {
        customer.setLong(1, id);
        Customer found;
        try (ResultSet row = customer.executeQuery()) {
            row.next();
            found = customer(row);
        }
        connection.commit();
        return found;
    }

    @Override
    public List<CustomerOrders> fiftyWithOrders(long firstId) throws SQLException {
        fifty.setLong(1, firstId);
        List<CustomerOrders> customers = new ArrayList<>();
        Map<Long, List<Order>> ordersOf = new HashMap<>();
        try (ResultSet row = fifty.executeQuery()) {
            while (row.next()) {
                Customer found = customer(row);
                List<Order> own = new ArrayList<>();
                customers.add(new CustomerOrders(found, own));
                ordersOf.put(found.id(), own);
                orders.setLong(customers.size(), found.id());
            }
        }
        try (ResultSet row = orders.executeQuery()) {
            while (row.next()) {
                Order order = order(row);
                Objects.requireNonNull(ordersOf.get(order.customerId())).add(order);
            }
        }
        connection.commit();
        return customers;
    }

    @Override
    public List<Buyer> topTenBuyers() throws SQLException {
        List<Buyer> top = new ArrayList<>();
        try (ResultSet row = buyers.executeQuery()) {
            while (row.next()) {
                top.add(new Buyer(row.getLong(1), row.getString(2), row.getLong(3)));
            }
        }
        connection.commit();
        return top;
    }

    @Override
    public void eachOrder(Consumer<Order> consumer) throws SQLException {
        try (ResultSet row = allOrders.executeQuery()) {
            while (row.next()) {
                consumer.accept(order(row));
            }
        }
        connection.commit();
    }

    @Override
    public void insert(Iterator<Item> items) throws SQLException {
        write(insert, items);
    }

    @Override
    public void update(List<Item> items) throws SQLException {
        for (Item item : items) {
            update.setLong(1, item.amount());
            update.setString(2, item.note());
            update.setLong(3, item.id());
            update.addBatch();
        }
        update.executeBatch();
        connection.commit();
    }

    @Override
    public void upsert(Iterator<Item> items) throws SQLException {
        write(upsert, items);
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }

    private void write(PreparedStatement statement, Iterator<Item> items) throws SQLException {
        int inBatch = 0;
        while (items.hasNext()) {
            Item item = items.next();
            statement.setLong(1, item.id());
            statement.setString(2, item.name());
            statement.setLong(3, item.amount());
            statement.setString(4, item.note());
            statement.addBatch();
            if (++inBatch == BATCH) {
                statement.executeBatch();
                inBatch = 0;
            }
        }
        statement.executeBatch();
        connection.commit();
    }

    private static Customer customer(ResultSet row) throws SQLException {
        return new Customer(row.getLong(1), row.getString(2), row.getString(3), row.getString(4));
    }

    private static Order order(ResultSet row) throws SQLException {
        return new Order(row.getLong(1), row.getLong(2), row.getLong(3), row.getString(4));
    }
}
