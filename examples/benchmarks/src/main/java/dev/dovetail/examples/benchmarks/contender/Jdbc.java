package dev.dovetail.examples.benchmarks.contender;

import dev.dovetail.examples.benchmarks.work.Buyer;
import dev.dovetail.examples.benchmarks.work.Customer;
import dev.dovetail.examples.benchmarks.work.CustomerOrders;
import dev.dovetail.examples.benchmarks.work.Item;
import dev.dovetail.examples.benchmarks.work.Order;
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

/** The statements by JDBC, and what is done with them, however connections and statements are come by. */
final class Jdbc {

    static final int BATCH = 1_000;
    static final String CUSTOMER = "select id, email, name, city from customers where id = ?";
    static final String FIFTY = "select id, email, name, city from customers where id >= ? order by id limit 50";
    static final String ALL_ORDERS = "select id, customer_id, total, note from orders order by id";
    static final String ORDERS = "select id, customer_id, total, note from orders where customer_id in (?"
            + ", ?".repeat(49) + ") order by customer_id, id";
    static final String BUYERS = "select c.id, c.email, sum(o.total) as bought from customers c"
            + " join orders o on o.customer_id = c.id group by c.id, c.email order by bought desc, c.id limit 10";
    static final String INSERT = "insert into items (id, name, amount, note) values (?, ?, ?, ?)";
    static final String UPDATE = "update items set amount = ?, note = ? where id = ?";
    static final String ON_CONFLICT =
            " on conflict (id) do update set name = excluded.name, amount = excluded.amount," + " note = excluded.note";

    private Jdbc() {}

    static Customer customer(PreparedStatement customer, long id) throws SQLException {
        customer.setLong(1, id);
        try (ResultSet row = customer.executeQuery()) {
            row.next();
            return customer(row);
        }
    }

    static List<CustomerOrders> fiftyWithOrders(PreparedStatement fifty, PreparedStatement orders, long firstId)
            throws SQLException {
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
        return customers;
    }

    static List<Buyer> topTenBuyers(PreparedStatement buyers) throws SQLException {
        List<Buyer> top = new ArrayList<>();
        try (ResultSet row = buyers.executeQuery()) {
            while (row.next()) {
                top.add(new Buyer(row.getLong(1), row.getString(2), row.getLong(3)));
            }
        }
        return top;
    }

    static void eachOrder(PreparedStatement allOrders, Consumer<Order> consumer) throws SQLException {
        allOrders.setFetchSize(BATCH);
        try (ResultSet row = allOrders.executeQuery()) {
            while (row.next()) {
                consumer.accept(order(row));
            }
        }
    }

    static void update(PreparedStatement update, List<Item> items) throws SQLException {
        for (Item item : items) {
            update.setLong(1, item.amount());
            update.setString(2, item.note());
            update.setLong(3, item.id());
            update.addBatch();
        }
        update.executeBatch();
    }

    /** Inserts or upserts. */
    static void write(PreparedStatement statement, Iterator<Item> items) throws SQLException {
        int inBatch = 0;
        while (items.hasNext()) {
            bind(statement, 1, items.next());
            statement.addBatch();
            if (++inBatch == BATCH) {
                statement.executeBatch();
                inBatch = 0;
            }
        }
        statement.executeBatch();
    }

    static void bind(PreparedStatement statement, int first, Item item) throws SQLException {
        statement.setLong(first, item.id());
        statement.setString(first + 1, item.name());
        statement.setLong(first + 2, item.amount());
        statement.setString(first + 3, item.note());
    }

    private static Customer customer(ResultSet row) throws SQLException {
        return new Customer(row.getLong(1), row.getString(2), row.getString(3), row.getString(4));
    }

    private static Order order(ResultSet row) throws SQLException {
        return new Order(row.getLong(1), row.getLong(2), row.getLong(3), row.getString(4));
    }
}
