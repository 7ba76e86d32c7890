package dev.dovetail.examples.orders.service;

import static dev.dovetail.examples.orders.schema.Tables.ORDERS;
import static dev.dovetail.examples.orders.schema.Tables.ORDER_LINES;
import static dev.dovetail.examples.orders.schema.Tables.OUTBOX;
import static dev.dovetail.examples.orders.schema.Tables.PRODUCTS;
import static dev.dovetail.examples.orders.schema.Tables.USERS;
import static org.jooq.Records.mapping;

import dev.dovetail.core.Database;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.examples.orders.model.Order;
import dev.dovetail.examples.orders.model.OrderLine;
import dev.dovetail.examples.orders.model.Product;
import dev.dovetail.examples.orders.model.User;
import dev.dovetail.migrations.Migrations;
import dev.dovetail.orm.HibernatePersistence;
import dev.dovetail.repository.OutboxMessage;
import dev.dovetail.repository.Persistence;
import java.util.List;
import org.jooq.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestInstance;

/** The same promises on real databases. */
@OnEachDatabase
@TestInstance(TestInstance.Lifecycle.PER_METHOD)
class OrderServiceOnDatabasesTest extends OrderServiceContract {

    private final Database db;
    private final HibernatePersistence persistence;

    OrderServiceOnDatabasesTest(TestDatabase database) {
        db = Database.open(database.url());
        Migrations.of(db).upgrade();
        for (Table<?> table : List.of(OUTBOX, ORDER_LINES, ORDERS, PRODUCTS, USERS)) {
            db.transaction(sql -> sql.deleteFrom(table).execute());
        }
        persistence = HibernatePersistence.of(db, User.class, Product.class, Order.class, OrderLine.class);
    }

    @AfterEach
    void close() {
        persistence.close();
        db.close();
    }

    @Override
    Persistence persistence() {
        return persistence;
    }

    @Override
    List<OutboxMessage> messages() {
        return db.read(sql -> sql.select(OUTBOX.TOPIC, OUTBOX.MESSAGE_KEY, OUTBOX.PAYLOAD)
                .from(OUTBOX)
                .orderBy(OUTBOX.ID)
                .fetch(mapping(OutboxMessage::new)));
    }
}
