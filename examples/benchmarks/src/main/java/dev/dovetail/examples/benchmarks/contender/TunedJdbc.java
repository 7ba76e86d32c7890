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
 * The fastest JDBC that we could write, as a limit to measure against: connections without a pool, statements prepared once
 * and kept, single reads without a transaction, and each engine's own way to write many rows. It names no refused row, and
 * its rows must not use the database.
 */
final class TunedJdbc implements Contender {

    private final Connection reader;
    private final PreparedStatement customer;
    private final PreparedStatement fifty;
    private final PreparedStatement orders;
    private final PreparedStatement buyers;
    private final Connection writer;
    private final PreparedStatement allOrders;
    private final TunedWriter rows;

    TunedJdbc(Target target) throws SQLException {
        reader = PlainConnection.open(target);
        customer = reader.prepareStatement(Jdbc.CUSTOMER);
        fifty = reader.prepareStatement(Jdbc.FIFTY);
        orders = reader.prepareStatement(Jdbc.ORDERS);
        buyers = reader.prepareStatement(Jdbc.BUYERS);
        writer = PlainConnection.open(target);
        writer.setAutoCommit(false);
        allOrders = writer.prepareStatement(Jdbc.ALL_ORDERS);
        rows = target.isSqlite() ? new TunedSqliteWriter(writer) : new TunedPostgresqlWriter(writer);
    }

    @Override
    public Customer customer(long id) throws SQLException {
        return Jdbc.customer(customer, id);
    }

    @Override
    public List<CustomerOrders> fiftyWithOrders(long firstId) throws SQLException {
        return Jdbc.fiftyWithOrders(fifty, orders, firstId);
    }

    @Override
    public List<Buyer> topTenBuyers() throws SQLException {
        return Jdbc.topTenBuyers(buyers);
    }

    @Override
    public void eachOrder(Consumer<Order> consumer) throws SQLException {
        Jdbc.eachOrder(allOrders, consumer);
        writer.commit();
    }

    @Override
    public void insert(Iterator<Item> items) throws SQLException {
        rows.insert(items);
        writer.commit();
    }

    @Override
    public void update(List<Item> items) throws SQLException {
        rows.update(items);
        writer.commit();
    }

    @Override
    public void upsert(Iterator<Item> items) throws SQLException {
        rows.upsert(items);
        writer.commit();
    }

    @Override
    public void close() throws SQLException {
        reader.close();
        writer.rollback();
        writer.close();
    }
}
