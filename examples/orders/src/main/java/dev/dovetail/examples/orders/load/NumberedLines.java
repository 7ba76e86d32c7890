package dev.dovetail.examples.orders.load;

import dev.dovetail.examples.orders.file.FileOrderLine;
import dev.dovetail.examples.orders.file.OrderFileReader;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;

/** The lines of all orders of a file, each with the id of its order. */
final class NumberedLines implements Iterator<NumberedLines.Entry>, AutoCloseable {

    private final OrderFileReader reader;
    private final Map<String, Long> orderIds;
    private Iterator<Entry> lines = Collections.emptyIterator();

    NumberedLines(OrderFileReader reader, Map<String, Long> orderIds) {
        this.reader = reader;
        this.orderIds = orderIds;
    }

    @Override
    public boolean hasNext() {
        return lines.hasNext() || reader.hasNext();
    }

    @Override
    public Entry next() {
        if (!lines.hasNext()) {
            var order = reader.next();
            Long id = orderIds.get(order.number());
            if (id == null) {
                throw new NoSuchElementException("The order " + order.number() + " was not loaded");
            }
            lines = order.lines().stream().map(line -> new Entry(id, line)).iterator();
        }
        return lines.next();
    }

    @Override
    public void close() {
        reader.close();
    }

    record Entry(long orderId, FileOrderLine line) {}
}
