package dev.dovetail.examples.orders.service;

import static dev.dovetail.testing.database.SchemaSource.MIGRATIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.transaction.Transactor;
import dev.dovetail.examples.orders.model.Order;
import dev.dovetail.examples.orders.model.OrderLine;
import dev.dovetail.examples.orders.model.OutOfStockException;
import dev.dovetail.examples.orders.model.Product;
import dev.dovetail.examples.orders.model.User;
import dev.dovetail.examples.orders.service.OrderRequest.Item;
import dev.dovetail.repository.Outbox;
import dev.dovetail.repository.OutboxMessage;
import dev.dovetail.testing.persistence.OnEveryPersistence;
import dev.dovetail.testing.persistence.PublishedMessages;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What placing an order promises, wherever the entities are kept: the same lines on the fake and on databases. */
@OnEveryPersistence(
        entities = {User.class, Product.class, Order.class, OrderLine.class},
        schema = MIGRATIONS)
class OrderServiceTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:18:00.123Z");

    private final Users users;
    private final Products products;
    private final Orders orders;
    private final PublishedMessages messages;
    private final OrderService service;

    OrderServiceTest(
            Users users, Products products, Orders orders, Outbox outbox, Transactor tx, PublishedMessages messages) {
        this.users = users;
        this.products = products;
        this.orders = orders;
        this.messages = messages;
        this.service = new OrderService(
                users, products, orders, outbox, tx, Clock.fixed(NOW.plusNanos(456_789), ZoneOffset.UTC));
    }

    @BeforeEach
    void stockTheShop() {
        users.insert(new User("ann@example.com", "Ann"));
        products.insert(new Product("SAW", "Dovetail saw", 4_250, 10));
        products.insert(new Product("GLUE", "Glue", 399, 3));
    }

    @Test
    void writesOrderLinesStockAndMessage() {
        Order placed = service.place(request("W-1", new Item("SAW", 2), new Item("GLUE", 1)));

        assertThat(placed.getId()).isNotNull();
        Order order = orders.withLines("W-1").orElseThrow();
        assertThat(order.getOrderedAt()).isEqualTo(NOW);
        assertThat(order.getTotalCents()).isEqualTo(2 * 4_250 + 399);
        assertThat(order.getLines())
                .extracting(line -> line.getLineNumber() + ": " + line.getQuantity() + " × " + line.getUnitPriceCents())
                .containsExactlyInAnyOrder("1: 2 × 4250", "2: 1 × 399");
        assertThat(stock("SAW")).isEqualTo(8);
        assertThat(stock("GLUE")).isEqualTo(2);
        assertThat(messages.list())
                .containsExactly(new OutboxMessage(
                        "orders.placed",
                        "W-1",
                        "{\"number\":\"W-1\",\"user\":\"ann@example.com\",\"lines\":2,\"totalCents\":8899}"));
    }

    @Test
    void takesEverythingBackWhenStockIsShort() {
        assertThatThrownBy(() -> service.place(request("W-1", new Item("SAW", 2), new Item("GLUE", 4))))
                .isInstanceOf(OutOfStockException.class)
                .hasMessage("Product GLUE: 4 wanted, 3 left.");

        assertThat(orders.byNumber("W-1")).isEmpty();
        assertThat(stock("SAW")).isEqualTo(10);
        assertThat(stock("GLUE")).isEqualTo(3);
        assertThat(messages.list()).isEmpty();
    }

    @Test
    void takesTheLastPiece() {
        service.place(request("W-1", new Item("GLUE", 3)));

        assertThat(stock("GLUE")).isZero();
    }

    @Test
    void ordersOnceWhenAskedTwice() {
        Order first = service.place(request("W-1", new Item("SAW", 2)));
        Order second = service.place(request("W-1", new Item("SAW", 2)));

        assertThat(second.getId()).isEqualTo(first.getId());
        assertThat(stock("SAW")).isEqualTo(8);
        assertThat(messages.list()).hasSize(1);
    }

    @Test
    void takesAProductThatIsNamedTwiceFromTheSameStock() {
        assertThatThrownBy(() -> service.place(request("W-1", new Item("GLUE", 2), new Item("GLUE", 2))))
                .isInstanceOf(OutOfStockException.class)
                .hasMessage("Product GLUE: 2 wanted, 1 left.");

        assertThat(stock("GLUE")).isEqualTo(3);
    }

    @Test
    void refusesUsersAndProductsThatDoNotExist() {
        assertThatThrownBy(() ->
                        service.place(new OrderRequest("W-1", "eve@example.com", "Ann", List.of(new Item("SAW", 1)))))
                .isInstanceOf(UnknownSubjectException.class)
                .hasMessage("There is no user eve@example.com.");
        assertThatThrownBy(() -> service.place(request("W-1", new Item("SAW", 1), new Item("NAIL", 1))))
                .isInstanceOf(UnknownSubjectException.class)
                .hasMessage("There is no product NAIL.");

        assertThat(orders.byNumber("W-1")).isEmpty();
        assertThat(stock("SAW")).isEqualTo(10);
    }

    private static OrderRequest request(String number, Item... items) {
        return new OrderRequest(number, "ann@example.com", "Ann, \"The Blue Door\"", List.of(items));
    }

    private int stock(String sku) {
        return products.bySku(sku).orElseThrow().getStock();
    }
}
