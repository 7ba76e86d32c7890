package dev.dovetail.examples.benchmarks.process;

import dev.dovetail.examples.benchmarks.contender.PlainConnection;
import dev.dovetail.examples.benchmarks.contender.Target;
import dev.dovetail.examples.benchmarks.work.Scale;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.LongPredicate;

/** Makes the tables that every contender finds, each in a database of its own. */
public final class Tables {

    private static final int BATCH = 1_000;

    private Tables() {}

    /** Creates and fills them, the same for everybody. */
    public static void create(Target target, Scale scale) throws SQLException {
        try (Connection connection = PlainConnection.open(target)) {
            // On SQLite only this is the key of the table itself, without an index beside it.
            String id = target.isSqlite() ? "id integer primary key" : "id bigint primary key";
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate("create table customers (" + id + ", email varchar(80) not null,"
                        + " name varchar(80) not null, city varchar(40) not null)");
                statement.executeUpdate("create table orders (" + id + ", customer_id bigint not null"
                        + " references customers, total bigint not null, note varchar(80) not null)");
                statement.executeUpdate("create table items (" + id + ", name varchar(80) not null,"
                        + " amount bigint not null, note varchar(80) not null)");
            }
            connection.setAutoCommit(false);
            fill(connection, scale);
            connection.commit();
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate("create index ix_orders_customer on orders (customer_id)");
                statement.execute(target.isSqlite() ? "analyze" : "vacuum analyze");
            }
        }
    }

    private static void fill(Connection connection, Scale scale) throws SQLException {
        try (PreparedStatement customer = connection.prepareStatement("insert into customers values (?, ?, ?, ?)");
                PreparedStatement order = connection.prepareStatement("insert into orders values (?, ?, ?, ?)")) {
            long orderId = 0;
            for (int id = 1; id <= scale.customers(); id++) {
                customer.setLong(1, id);
                customer.setString(2, "customer" + id + "@example.com");
                customer.setString(3, "Customer Number " + id);
                customer.setString(4, "City " + id % 100);
                customer.addBatch();
                for (int i = 0; i < scale.ordersEach(); i++) {
                    order.setLong(1, ++orderId);
                    order.setLong(2, id);
                    order.setLong(3, (orderId * 7_919 + id * 104_729L) % 100_000);
                    order.setString(4, "the note of order " + orderId);
                    order.addBatch();
                }
                if (id % (BATCH / 20) == 0) {
                    customer.executeBatch();
                    order.executeBatch();
                }
            }
            customer.executeBatch();
            order.executeBatch();
        }
    }

    /** Leaves those of these items that are to be there, and no others. */
    static void keepItems(Target target, long firstId, int count, LongPredicate isThere) throws SQLException {
        try (Connection connection = PlainConnection.open(target)) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate(target.isSqlite() ? "delete from items" : "truncate items");
            }
            try (PreparedStatement item = connection.prepareStatement("insert into items values (?, ?, ?, ?)")) {
                for (long id = firstId; id < firstId + count; id++) {
                    if (!isThere.test(id)) {
                        continue;
                    }
                    item.setLong(1, id);
                    item.setString(2, "old name " + id);
                    item.setLong(3, -1);
                    item.setString(4, "old note");
                    item.addBatch();
                    if (id % BATCH == 0) {
                        item.executeBatch();
                    }
                }
                item.executeBatch();
            }
            connection.commit();
        }
    }

    /** A sum over all items by which contenders are compared. */
    static long itemsChecksum(Target target) throws SQLException {
        try (Connection connection = PlainConnection.open(target);
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) * 1000003 + coalesce(sum(amount), 0) * 31"
                        + " + coalesce(sum(length(name)), 0) * 7 + coalesce(sum(length(note)), 0) from items")) {
            row.next();
            return row.getLong(1);
        }
    }
}
