package dev.dovetail.examples.orders.tour;

import dev.dovetail.core.Database;
import dev.dovetail.examples.orders.model.Order;
import dev.dovetail.examples.orders.model.OutOfStockException;
import dev.dovetail.examples.orders.report.Format;
import dev.dovetail.examples.orders.service.OrderRequest;
import dev.dovetail.examples.orders.service.OrderRequest.Item;
import dev.dovetail.examples.orders.service.OrderService;
import dev.dovetail.examples.orders.service.Orders;
import dev.dovetail.examples.orders.service.Products;
import dev.dovetail.examples.orders.service.Users;
import dev.dovetail.repository.Persistence;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Places orders through the service; the last one wants more than there is. */
final class Placing {

    private static final Item WASHERS = new Item("A-0001", 100);
    private static final Item MILLING_MACHINE = new Item("A-0002", 1);
    private static final Item TOO_MANY_MILLING_MACHINES = new Item("A-0002", 1_000);

    private final Database database;
    private final Orders orders;
    private final OrderService service;
    private final List<String> lines = new ArrayList<>();
    private int placed;
    private int found;
    private int refused;

    Placing(Database database, Persistence persistence) {
        this.database = database;
        this.orders = persistence.repository(Orders.class);
        this.service = new OrderService(
                persistence.repository(Users.class),
                persistence.repository(Products.class),
                orders,
                persistence.outbox(),
                persistence.transactor(),
                Clock.systemUTC());
    }

    List<String> placeAll(List<String> buyers) {
        place(new OrderRequest("W-000001", buyers.get(0), "Workshop 1", List.of(WASHERS)));
        place(new OrderRequest("W-000002", buyers.get(1), "Workshop 2", List.of(WASHERS, MILLING_MACHINE)));
        Written before = Written.in(database);
        place(new OrderRequest("W-000003", buyers.get(2), "Workshop 3", List.of(WASHERS, TOO_MANY_MILLING_MACHINES)));
        Written after = Written.in(database);
        lines.add("   before  " + before);
        lines.add("   after   " + after);
        lines.add(0, summary());
        return lines;
    }

    private void place(OrderRequest request) {
        if (orders.byNumber(request.number()).isPresent()) {
            found++;
            lines.add(request.number() + "  was placed before");
            return;
        }
        try {
            Order order = service.place(request);
            placed++;
            lines.add(order.getNumber() + "  placed by " + order.getUser().getName() + ": "
                    + Format.count(order.getLines().size(), "line") + ", " + Format.euros(order.getTotalCents()));
        } catch (OutOfStockException outOfStock) {
            refused++;
            lines.add(request.number() + "  refused: " + outOfStock.getMessage() + " All of it was taken back:");
        }
    }

    private String summary() {
        return (found > 0 ? "found " + found : "placed " + placed) + ", refused " + refused;
    }
}
