package dev.dovetail.examples.orders.service;

import dev.dovetail.examples.orders.model.Order;

/** The message that an order was placed. */
final class OrderPlaced {

    private OrderPlaced() {}

    static String json(Order order) {
        return "{\"number\":" + string(order.getNumber()) + ",\"user\":"
                + string(order.getUser().getEmail()) + ",\"lines\":"
                + order.getLines().size() + ",\"totalCents\":" + order.getTotalCents() + "}";
    }

    private static String string(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                json.append('\\').appendCodePoint(c);
            } else if (c < ' ') {
                json.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                json.appendCodePoint(c);
            }
        });
        return json.append('"').toString();
    }
}
