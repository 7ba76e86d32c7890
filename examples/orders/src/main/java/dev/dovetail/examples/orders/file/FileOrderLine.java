package dev.dovetail.examples.orders.file;

import org.jspecify.annotations.Nullable;

/**
 * A line of an order of an order file.
 *
 * @param number its number in the order, the first being 1
 * @param productId what was ordered
 * @param quantity how many pieces
 * @param unitPriceCents the price of one piece that was agreed
 * @param note what the customer wrote, or null
 */
public record FileOrderLine(
        int number,
        long productId,
        int quantity,
        long unitPriceCents,
        @Nullable String note) {

    /** The price of all pieces. */
    public long totalCents() {
        return Math.multiplyExact(unitPriceCents, quantity);
    }
}
