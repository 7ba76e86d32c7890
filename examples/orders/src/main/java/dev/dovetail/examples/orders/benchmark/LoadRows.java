package dev.dovetail.examples.orders.benchmark;

import dev.dovetail.examples.orders.file.CsvSource;
import dev.dovetail.examples.orders.file.FileOrder;
import dev.dovetail.examples.orders.file.FileOrderLine;
import dev.dovetail.examples.orders.file.KnownIds;
import dev.dovetail.examples.orders.file.OrderFile;
import dev.dovetail.examples.orders.file.OrderFileReader;
import java.util.ArrayList;
import java.util.List;

/** The rows of an order file, with ids and numbers that no real order has. */
record LoadRows(List<OrderRow> orders, List<LineRow> lines) {

    private static final long FIRST_ID = 1_000_000_000_000L;

    static LoadRows of(CsvSource source, KnownIds known) {
        List<OrderRow> orders = new ArrayList<>();
        List<LineRow> lines = new ArrayList<>();
        try (OrderFileReader reader = new OrderFile(source, known).read()) {
            reader.forEachRemaining(order -> {
                OrderRow row = new OrderRow(FIRST_ID + orders.size(), "BENCH-" + orders.size(), order);
                orders.add(row);
                order.lines().forEach(line -> lines.add(new LineRow(row.id(), line)));
            });
        }
        return new LoadRows(orders, lines);
    }

    int size() {
        return orders.size() + lines.size();
    }

    record OrderRow(long id, String number, FileOrder order) {}

    record LineRow(long orderId, FileOrderLine line) {}
}
