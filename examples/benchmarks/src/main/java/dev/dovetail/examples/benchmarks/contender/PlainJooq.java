package dev.dovetail.examples.benchmarks.contender;

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
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.sum;

import dev.dovetail.examples.benchmarks.work.Buyer;
import dev.dovetail.examples.benchmarks.work.Customer;
import dev.dovetail.examples.benchmarks.work.CustomerOrders;
import dev.dovetail.examples.benchmarks.work.Item;
import dev.dovetail.examples.benchmarks.work.Order;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.BatchBindStep;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record4;
import org.jooq.RecordMapper;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/** jOOQ on a pool, every piece of work in a transaction, rows mapped by constructor. */
final class PlainJooq implements Contender {

    private static final int BATCH = 1_000;

    private final PlainPool pool;
    private final DSLContext sql;

    PlainJooq(Target target) {
        pool = PlainPool.open(target);
        sql = DSL.using(
                pool.dataSource(),
                target.isSqlite() ? SQLDialect.SQLITE : SQLDialect.POSTGRES,
                new Settings().withExecuteLogging(false));
    }

    @Override
    public Customer customer(long id) {
        return sql.transactionResult(transaction -> transaction
                .dsl()
                .select(CUSTOMERS_ID, CUSTOMERS_EMAIL, CUSTOMERS_NAME, CUSTOMERS_CITY)
                .from(CUSTOMERS)
                .where(CUSTOMERS_ID.eq(id))
                .fetchSingle(mapping(Customer::new)));
    }

    @Override
    public List<CustomerOrders> fiftyWithOrders(long firstId) {
        return sql.transactionResult(transaction -> {
            List<Customer> customers = transaction
                    .dsl()
                    .select(CUSTOMERS_ID, CUSTOMERS_EMAIL, CUSTOMERS_NAME, CUSTOMERS_CITY)
                    .from(CUSTOMERS)
                    .where(CUSTOMERS_ID.ge(firstId))
                    .orderBy(CUSTOMERS_ID)
                    .limit(50)
                    .fetch(mapping(Customer::new));
            Map<Long, List<Order>> orders = transaction
                    .dsl()
                    .select(ORDERS_ID, ORDERS_CUSTOMER_ID, ORDERS_TOTAL, ORDERS_NOTE)
                    .from(ORDERS)
                    .where(ORDERS_CUSTOMER_ID.in(
                            customers.stream().map(Customer::id).toList()))
                    .orderBy(ORDERS_CUSTOMER_ID, ORDERS_ID)
                    .fetchGroups(ORDERS_CUSTOMER_ID, mapping(Order::new));
            return customers.stream()
                    .map(customer -> new CustomerOrders(customer, orders.getOrDefault(customer.id(), List.of())))
                    .toList();
        });
    }

    @Override
    public List<Buyer> topTenBuyers() {
        Field<BigDecimal> bought = sum(ORDERS_TOTAL).as("bought");
        return sql.transactionResult(transaction -> transaction
                .dsl()
                .select(CUSTOMERS_ID, CUSTOMERS_EMAIL, bought)
                .from(CUSTOMERS)
                .join(ORDERS)
                .on(ORDERS_CUSTOMER_ID.eq(CUSTOMERS_ID))
                .groupBy(CUSTOMERS_ID, CUSTOMERS_EMAIL)
                .orderBy(bought.desc(), CUSTOMERS_ID)
                .limit(10)
                .fetch(mapping((id, email, total) -> new Buyer(id, email, total.longValueExact()))));
    }

    @Override
    public void eachOrder(Consumer<Order> consumer) {
        sql.transaction(transaction -> {
            try (Cursor<Record4<Long, Long, Long, String>> cursor = transaction
                    .dsl()
                    .select(ORDERS_ID, ORDERS_CUSTOMER_ID, ORDERS_TOTAL, ORDERS_NOTE)
                    .from(ORDERS)
                    .orderBy(ORDERS_ID)
                    .fetchSize(BATCH)
                    .fetchLazy()) {
                RecordMapper<Record4<Long, Long, Long, String>, Order> order = mapping(Order::new);
                cursor.forEach(row -> consumer.accept(order.map(row)));
            }
        });
    }

    @Override
    public void insert(Iterator<Item> items) {
        write(
                items,
                DSL.insertInto(ITEMS, ITEMS_ID, ITEMS_NAME, ITEMS_AMOUNT, ITEMS_NOTE)
                        .values((Long) null, null, null, null));
    }

    @Override
    public void update(List<Item> items) {
        sql.transaction(transaction -> {
            BatchBindStep batch = transaction
                    .dsl()
                    .batch(DSL.update(ITEMS)
                            .set(ITEMS_AMOUNT, (Long) null)
                            .set(ITEMS_NOTE, (String) null)
                            .where(ITEMS_ID.eq((Long) null)));
            for (Item item : items) {
                batch = batch.bind(item.amount(), item.note(), item.id());
            }
            batch.execute();
        });
    }

    @Override
    public void upsert(Iterator<Item> items) {
        write(
                items,
                DSL.insertInto(ITEMS, ITEMS_ID, ITEMS_NAME, ITEMS_AMOUNT, ITEMS_NOTE)
                        .values((Long) null, null, null, null)
                        .onConflict(ITEMS_ID)
                        .doUpdate()
                        .set(ITEMS_NAME, excluded(ITEMS_NAME))
                        .set(ITEMS_AMOUNT, excluded(ITEMS_AMOUNT))
                        .set(ITEMS_NOTE, excluded(ITEMS_NOTE)));
    }

    @Override
    public void close() {
        pool.close();
    }

    private void write(Iterator<Item> items, Query statement) {
        sql.transaction(transaction -> {
            while (items.hasNext()) {
                BatchBindStep batch = transaction.dsl().batch(statement);
                for (int i = 0; i < BATCH && items.hasNext(); i++) {
                    Item item = items.next();
                    batch = batch.bind(item.id(), item.name(), item.amount(), item.note());
                }
                batch.execute();
            }
        });
    }
}
