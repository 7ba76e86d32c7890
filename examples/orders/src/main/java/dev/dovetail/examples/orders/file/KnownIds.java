package dev.dovetail.examples.orders.file;

import java.util.Map;

/**
 * What an order file may refer to.
 *
 * @param users the ids of the users by e-mail address
 * @param products the ids of the products by SKU
 */
public record KnownIds(Map<String, Long> users, Map<String, Long> products) {

    /** Keeps copies. */
    public KnownIds {
        users = Map.copyOf(users);
        products = Map.copyOf(products);
    }
}
