package dev.dovetail.repository;

/**
 * Messages for the world outside that must be sent if, and only if, the transaction that wrote them commits. They are
 * written in that transaction; somebody else reads and sends them afterwards. Thread-safe.
 */
public interface Outbox {

    /**
     * Writes a message in the current transaction or, without one, in a transaction of its own.
     *
     * @throws dev.dovetail.core.error.ReadOnlyException in a read-only transaction
     */
    void add(OutboxMessage message);

    /**
     * Writes a message; the same as {@code add(new OutboxMessage(topic, key, payload))}.
     *
     * @throws dev.dovetail.core.error.ReadOnlyException in a read-only transaction
     */
    default void add(String topic, String key, String payload) {
        add(new OutboxMessage(topic, key, payload));
    }
}
