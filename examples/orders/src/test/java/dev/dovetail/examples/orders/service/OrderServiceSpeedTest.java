package dev.dovetail.examples.orders.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.orders.model.Order;
import dev.dovetail.examples.orders.model.OrderLine;
import dev.dovetail.examples.orders.model.Product;
import dev.dovetail.examples.orders.model.User;
import dev.dovetail.examples.orders.service.OrderRequest.Item;
import dev.dovetail.repository.memory.InMemoryPersistence;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the service takes on the fakes: no database, well below a millisecond. */
class OrderServiceSpeedTest {

    private static final int WARM_UP = 2_000;
    private static final int COUNTED = 1_000;

    private final InMemoryPersistence persistence =
            InMemoryPersistence.of(User.class, Product.class, Order.class, OrderLine.class);

    @AfterEach
    void close() {
        persistence.close();
    }

    @Test
    void printsHowLongPlacingAnOrderTakesOnTheFakes() {
        Products products = persistence.repository(Products.class);
        persistence.repository(Users.class).insert(new User("ann@example.com", "Ann"));
        products.insert(new Product("NAIL", "Nail", 2, WARM_UP + COUNTED));
        OrderService service = new OrderService(
                persistence.repository(Users.class),
                products,
                persistence.repository(Orders.class),
                persistence.outbox(),
                persistence.transactor(),
                Clock.systemUTC());

        long start = 0;
        for (int i = 0; i < WARM_UP + COUNTED; i++) {
            if (i == WARM_UP) {
                start = System.nanoTime();
            }
            service.place(new OrderRequest("N-" + i, "ann@example.com", "Ann", List.of(new Item("NAIL", 1))));
        }
        System.out.printf("Placing an order on the fakes: %.3f ms%n", (System.nanoTime() - start) / 1e6 / COUNTED);

        assertThat(persistence.outbox().published()).hasSize(WARM_UP + COUNTED);
    }
}
