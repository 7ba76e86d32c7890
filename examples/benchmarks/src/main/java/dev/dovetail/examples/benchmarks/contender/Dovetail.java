package dev.dovetail.examples.benchmarks.contender;

import static dev.dovetail.core.bulk.BulkRow.row;
import static dev.dovetail.core.query.ListParameter.in;
import static dev.dovetail.core.query.Mappings.mapping;
import static dev.dovetail.examples.benchmarks.contender.Schema.CUSTOMERS;
import static dev.dovetail.examples.benchmarks.contender.Schema.CUSTOMERS_CITY;
import static dev.dovetail.examples.benchmarks.contender.Schema.CUSTOMERS_EMAIL;
import static dev.dovetail.examples.benchmarks.contender.Schema.CUSTOMERS_ID;
import static dev.dovetail.examples.benchmarks.contender.Schema.CUSTOMERS_NAME;
import static dev.dovetail.examples.benchmarks.contender.Schema.ITEMS;
import static dev.dovetail.examples.benchmarks.contender.Schema.ITEMS_AMOUNT;
import static dev.dovetail.examples.benchmarks.contender.Schema.ITEMS_ID;
import static dev.dovetail.examples.benchmarks.contender.Schema.ITEMS_NAME;
import static dev.dovetail.examples.benchmarks.contender.Schema.ITEMS_NOTE;
import static dev.dovetail.examples.benchmarks.contender.Schema.ORDERS;
import static dev.dovetail.examples.benchmarks.contender.Schema.ORDERS_CUSTOMER_ID;
import static dev.dovetail.examples.benchmarks.contender.Schema.ORDERS_ID;
import static dev.dovetail.examples.benchmarks.contender.Schema.ORDERS_NOTE;
import static dev.dovetail.examples.benchmarks.contender.Schema.ORDERS_TOTAL;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.sum;

import dev.dovetail.core.Database;
import dev.dovetail.core.query.CompiledQuery;
import dev.dovetail.examples.benchmarks.work.Buyer;
import dev.dovetail.examples.benchmarks.work.Customer;
import dev.dovetail.examples.benchmarks.work.CustomerOrders;
import dev.dovetail.examples.benchmarks.work.Item;
import dev.dovetail.examples.benchmarks.work.Order;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jooq.Field;

/** Dovetail's core with its default options: compiled queries on its pool, bulk operations. */
final class Dovetail implements Contender {

    private final Database db;
    private final CompiledQuery<Customer> customer;
    private final CompiledQuery<Customer> fifty;
    private final CompiledQuery<Order> orders;
    private final CompiledQuery<Buyer> buyers;
    private final CompiledQuery<Order> allOrders;

    Dovetail(Target target) {
        db = Database.open(target.url());
        customer = db.compile(
                sql -> sql.select(CUSTOMERS_ID, CUSTOMERS_EMAIL, CUSTOMERS_NAME, CUSTOMERS_CITY)
                        .from(CUSTOMERS)
                        .where(CUSTOMERS_ID.eq(param("id", Long.class))),
                mapping(Customer::new));
        fifty = db.compile(
                sql -> sql.select(CUSTOMERS_ID, CUSTOMERS_EMAIL, CUSTOMERS_NAME, CUSTOMERS_CITY)
                        .from(CUSTOMERS)
                        .where(CUSTOMERS_ID.ge(param("id", Long.class)))
                        .orderBy(CUSTOMERS_ID)
                        .limit(50),
                mapping(Customer::new));
        orders = db.compile(
                sql -> sql.select(ORDERS_ID, ORDERS_CUSTOMER_ID, ORDERS_TOTAL, ORDERS_NOTE)
                        .from(ORDERS)
                        .where(in(ORDERS_CUSTOMER_ID, "customers"))
                        .orderBy(ORDERS_CUSTOMER_ID, ORDERS_ID),
                mapping(Order::new));
        Field<BigDecimal> bought = sum(ORDERS_TOTAL).as("bought");
        buyers = db.compile(
                sql -> sql.select(CUSTOMERS_ID, CUSTOMERS_EMAIL, bought)
                        .from(CUSTOMERS)
                        .join(ORDERS)
                        .on(ORDERS_CUSTOMER_ID.eq(CUSTOMERS_ID))
                        .groupBy(CUSTOMERS_ID, CUSTOMERS_EMAIL)
                        .orderBy(bought.desc(), CUSTOMERS_ID)
                        .limit(10),
                mapping((id, email, total) -> new Buyer(id, email, total.longValueExact())));
        allOrders = db.compile(
                sql -> sql.select(ORDERS_ID, ORDERS_CUSTOMER_ID, ORDERS_TOTAL, ORDERS_NOTE)
                        .from(ORDERS)
                        .orderBy(ORDERS_ID),
                mapping(Order::new));
    }

    @Override
    public Customer customer(long id) {
        return customer.bind("id", id).one();
    }

    @Override
    public List<CustomerOrders> fiftyWithOrders(long firstId) {
        List<CustomerOrders> customers = new ArrayList<>();
        Map<Long, List<Order>> ordersOf = new HashMap<>();
        for (Customer found : fifty.bind("id", firstId).list()) {
            List<Order> own = new ArrayList<>();
            customers.add(new CustomerOrders(found, own));
            ordersOf.put(found.id(), own);
        }
        for (Order order : orders.bind("customers", ordersOf.keySet()).list()) {
            Objects.requireNonNull(ordersOf.get(order.customerId())).add(order);
        }
        return customers;
    }

    @Override
    public List<Buyer> topTenBuyers() {
        return buyers.list();
    }

    @Override
    public void eachOrder(Consumer<Order> consumer) {
        allOrders.forEach(consumer::accept);
    }

    @Override
    public void insert(Iterator<Item> items) {
        db.bulk()
                .insert(ITEMS)
                .columns(ITEMS_ID, ITEMS_NAME, ITEMS_AMOUNT, ITEMS_NOTE)
                .rows(items, item -> row(item.id(), item.name(), item.amount(), item.note()));
    }

    @Override
    public void update(List<Item> items) {
        db.bulk()
                .update(ITEMS)
                .key(ITEMS_ID)
                .set(ITEMS_AMOUNT, ITEMS_NOTE)
                .rows(items, item -> row(item.id(), item.amount(), item.note()));
    }

    @Override
    public void upsert(Iterator<Item> items) {
        db.bulk()
                .insert(ITEMS)
                .columns(ITEMS_ID, ITEMS_NAME, ITEMS_AMOUNT, ITEMS_NOTE)
                .onConflict(ITEMS_ID)
                .update(ITEMS_NAME, ITEMS_AMOUNT, ITEMS_NOTE)
                .rows(items, item -> row(item.id(), item.name(), item.amount(), item.note()));
    }

    @Override
    public void close() {
        db.close();
    }
}
