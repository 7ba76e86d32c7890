package dev.dovetail.examples.orders.service;

import dev.dovetail.core.transaction.Transactor;
import dev.dovetail.examples.orders.model.Order;
import dev.dovetail.examples.orders.model.OutOfStockException;
import dev.dovetail.examples.orders.model.Product;
import dev.dovetail.examples.orders.model.User;
import dev.dovetail.repository.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Places orders. It knows interfaces only: the same code runs on a database and, in its unit tests, on the fakes. */
public final class OrderService {

    private final Users users;
    private final Products products;
    private final Orders orders;
    private final Outbox outbox;
    private final Transactor transactor;
    private final Clock clock;

    /** With everything that it needs. */
    public OrderService(
            Users users, Products products, Orders orders, Outbox outbox, Transactor transactor, Clock clock) {
        this.users = users;
        this.products = products;
        this.orders = orders;
        this.outbox = outbox;
        this.transactor = transactor;
        this.clock = clock;
    }

    /**
     * Takes the stock, writes the order with its lines, and tells the world through the outbox: all of it or nothing.
     *
     * @return the new order, or the one that already has the number
     * @throws OutOfStockException if there are too few pieces of a product
     * @throws UnknownSubjectException if there is no such user or product
     */
    public Order place(OrderRequest request) {
        return transactor.call(() -> {
            Optional<Order> placed = orders.byNumber(request.number());
            return placed.isPresent() ? placed.get() : placeNew(request);
        });
    }

    private Order placeNew(OrderRequest request) {
        User user =
                users.byEmail(request.email()).orElseThrow(() -> new UnknownSubjectException("user", request.email()));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Order order = new Order(request.number(), user, request.shipTo(), now);
        for (OrderRequest.Item item : request.items()) {
            Product product =
                    products.bySku(item.sku()).orElseThrow(() -> new UnknownSubjectException("product", item.sku()));
            product.take(item.quantity());
            products.update(product);
            order.add(product, item.quantity());
        }
        orders.insert(order);
        outbox.add("orders.placed", order.getNumber(), OrderPlaced.json(order));
        return order;
    }
}
