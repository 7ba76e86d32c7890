package dev.dovetail.testing.persistence;

import dev.dovetail.repository.OutboxMessage;
import java.util.List;

/** What the outbox holds, wherever that is: a parameter of tests that run {@link OnEveryPersistence}. */
@FunctionalInterface
public interface PublishedMessages {

    /** The messages of committed transactions, in the order in which they were written. */
    List<OutboxMessage> list();
}
