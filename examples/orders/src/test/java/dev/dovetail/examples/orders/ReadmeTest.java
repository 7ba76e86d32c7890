package dev.dovetail.examples.orders;

import static dev.dovetail.core.bulk.BulkRow.row;
import static dev.dovetail.examples.orders.schema.Tables.PRODUCTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.core.Database;
import dev.dovetail.examples.orders.model.Order;
import dev.dovetail.examples.orders.model.OrderLine;
import dev.dovetail.examples.orders.model.OutOfStockException;
import dev.dovetail.examples.orders.model.Product;
import dev.dovetail.examples.orders.model.User;
import dev.dovetail.examples.orders.report.BestBuyers;
import dev.dovetail.examples.orders.report.Buyer;
import dev.dovetail.examples.orders.service.OrderRequest;
import dev.dovetail.examples.orders.service.OrderRequest.Item;
import dev.dovetail.examples.orders.service.OrderService;
import dev.dovetail.examples.orders.service.Orders;
import dev.dovetail.examples.orders.service.Products;
import dev.dovetail.examples.orders.service.Users;
import dev.dovetail.migrations.Migrations;
import dev.dovetail.orm.HibernatePersistence;
import dev.dovetail.repository.Persistence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The lines of the README, compiled and run. */
class ReadmeTest {

    @Test
    void theTenLinesWork() {
        // README
        try (Database db = Database.open("sqlite:///:memory:");
                HibernatePersistence persistence =
                        HibernatePersistence.of(db, User.class, Product.class, Order.class, OrderLine.class)) {
            Migrations.of(db).upgrade();
            db.bulk()
                    .insert(PRODUCTS)
                    .columns(PRODUCTS.SKU, PRODUCTS.NAME, PRODUCTS.PRICE_CENTS, PRODUCTS.STOCK, PRODUCTS.VERSION)
                    .rows(List.of("SAW", "GLUE"), sku -> row(sku, "A good " + sku, 4_250L, 10, 0));
            persistence.repository(Users.class).insert(new User("ann@example.com", "Ann"));

            OrderService service = orderService(persistence); // the same as on InMemoryPersistence, in unit tests
            service.place(new OrderRequest("W-1", "ann@example.com", "Ann", List.of(new Item("SAW", 2))));
            try {
                service.place(new OrderRequest("W-2", "ann@example.com", "Ann", List.of(new Item("GLUE", 11))));
            } catch (OutOfStockException everythingWasTakenBack) {
                assertThat(persistence.repository(Orders.class).byNumber("W-2")).isEmpty();
            }
            List<Buyer> best = BestBuyers.of(db, 10); // typed SQL
            // end
            assertThat(best).containsExactly(new Buyer("Ann", "ann@example.com", 1, 8_500));
        }
    }

    @Test
    void theReadmeShowsTheseLines() throws IOException {
        String here = Files.readString(Path.of("src/test/java/dev/dovetail/examples/orders/ReadmeTest.java"));
        String shown = here.substring(here.indexOf("// README\n") + 10, here.indexOf("            // end"));
        String readme = Files.readString(Path.of("README.md"));
        String block = readme.substring(
                readme.indexOf("```java\n") + 8, readme.indexOf("\n```\n", readme.indexOf("```java\n")));
        assertThat(block.replaceAll("\\s", "")).isEqualTo(shown.replaceAll("\\s", "") + "}");
    }

    private static OrderService orderService(Persistence persistence) {
        return new OrderService(
                persistence.repository(Users.class),
                persistence.repository(Products.class),
                persistence.repository(Orders.class),
                persistence.outbox(),
                persistence.transactor(),
                Clock.systemUTC());
    }
}
