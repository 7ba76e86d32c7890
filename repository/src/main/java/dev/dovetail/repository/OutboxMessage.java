package dev.dovetail.repository;

import java.util.Objects;

/**
 * A message for the world outside.
 *
 * @param topic what it is about, for example {@code orders}; not blank
 * @param key messages with the same key keep their order, for example the id of the order; not blank
 * @param payload the content, in whatever format sender and receiver agreed on
 */
public record OutboxMessage(String topic, String key, String payload) {

    /** Refuses blank topics and keys. */
    public OutboxMessage {
        requireText(topic, "topic");
        requireText(key, "key");
        Objects.requireNonNull(payload, "payload");
    }

    private static void requireText(String value, String name) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("An outbox message needs a " + name + ", got '" + value + "'");
        }
    }
}
