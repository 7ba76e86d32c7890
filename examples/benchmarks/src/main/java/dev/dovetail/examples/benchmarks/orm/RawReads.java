package dev.dovetail.examples.benchmarks.orm;

import dev.dovetail.examples.benchmarks.contender.PlainConnection;
import dev.dovetail.examples.benchmarks.contender.Target;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Customers with orders by hand: two statements, objects of its own. */
final class RawReads implements AutoCloseable {

    private final Connection connection;
    private final PreparedStatement customers;
    private final PreparedStatement orders;

    RawReads(Target target) throws SQLException {
        this.connection = PlainConnection.open(target);
        connection.setAutoCommit(false);
        this.customers =
                connection.prepareStatement("select id, email, name, city from customers where id between ? and ?");
        this.orders =
                connection.prepareStatement("select id, customer_id, total, note from orders where customer_id in ("
                        + String.join(", ", java.util.Collections.nCopies(50, "?")) + ")");
    }

    long fiftyWithOrders(long firstId) throws SQLException {
        customers.setLong(1, firstId);
        customers.setLong(2, firstId + 49);
        Map<Long, Row> found = new LinkedHashMap<>();
        try (ResultSet rows = customers.executeQuery()) {
            while (rows.next()) {
                found.put(
                        rows.getLong(1),
                        new Row(
                                rows.getLong(1),
                                rows.getString(2),
                                rows.getString(3),
                                rows.getString(4),
                                new ArrayList<>()));
            }
        }
        int position = 0;
        for (Long id : found.keySet()) {
            orders.setLong(++position, id);
        }
        try (ResultSet rows = orders.executeQuery()) {
            while (rows.next()) {
                Row customer = found.get(rows.getLong(2));
                if (customer != null) {
                    customer.orders().add(new OrderRow(rows.getLong(1), rows.getLong(3), rows.getString(4)));
                }
            }
        }
        connection.commit();
        return found.values().stream()
                .mapToLong(row -> row.id()
                        + row.orders().stream().mapToLong(OrderRow::total).sum())
                .sum();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private record Row(long id, String email, String name, String city, List<OrderRow> orders) {}

    private record OrderRow(long id, long total, String note) {}
}
