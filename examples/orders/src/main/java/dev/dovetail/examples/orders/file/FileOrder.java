package dev.dovetail.examples.orders.file;

import java.time.Instant;
import java.util.List;

/**
 * An order of an order file.
 *
 * @param fileLine the line of the file in which it starts
 * @param number the order number
 * @param orderedAt when it was placed
 * @param userId who placed it
 * @param shipTo where it goes
 * @param lines what was ordered, at least one
 */
public record FileOrder(
        long fileLine, String number, Instant orderedAt, long userId, String shipTo, List<FileOrderLine> lines) {

    /** Keeps a copy of the lines. */
    public FileOrder {
        lines = List.copyOf(lines);
    }

    /** The sum of all lines. */
    public long totalCents() {
        return lines.stream().mapToLong(FileOrderLine::totalCents).sum();
    }
}
