package dev.dovetail.examples.orders.service;

import java.util.List;

/**
 * What somebody wants to order.
 *
 * @param number the order number, chosen by who asks: asking again with the same number does not order twice
 * @param email who orders
 * @param shipTo where it should go
 * @param items what, at least one
 */
public record OrderRequest(String number, String email, String shipTo, List<Item> items) {

    /** Refuses an order of nothing. */
    public OrderRequest {
        items = List.copyOf(items);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("Order " + number + " has no items");
        }
    }

    /**
     * Pieces of one product.
     *
     * @param sku which product
     * @param quantity how many pieces, at least 1
     */
    public record Item(String sku, int quantity) {

        /** Refuses fewer than one piece. */
        public Item {
            if (quantity < 1) {
                throw new IllegalArgumentException(
                        "Product " + sku + " needs a quantity of at least 1, got " + quantity);
            }
        }
    }
}
