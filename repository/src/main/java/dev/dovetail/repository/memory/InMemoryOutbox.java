package dev.dovetail.repository.memory;

import dev.dovetail.core.transaction.ActiveTransaction;
import dev.dovetail.core.transaction.TransactionManager;
import dev.dovetail.repository.Outbox;
import dev.dovetail.repository.OutboxMessage;
import dev.dovetail.repository.internal.store.Store;
import dev.dovetail.repository.internal.store.StoreTransaction;
import java.util.List;
import java.util.Objects;

/** An outbox in memory, which a test can look into. Thread-safe. */
public final class InMemoryOutbox implements Outbox {

    private final Store store;
    private final TransactionManager transactions;

    InMemoryOutbox(Store store, TransactionManager transactions) {
        this.store = store;
        this.transactions = transactions;
    }

    @Override
    public void add(OutboxMessage message) {
        Objects.requireNonNull(message, "message");
        transactions.transactor().run(() -> {
            ActiveTransaction transaction = transactions.require("outbox().add");
            transaction.requireUsable();
            ((StoreTransaction) transaction.resource()).add(message);
        });
    }

    /** The messages of committed transactions, in the order of the commits. */
    public List<OutboxMessage> published() {
        return store.messages();
    }
}
