package dev.dovetail.repository.proxy;

import dev.dovetail.core.transaction.TransactionManager;
import dev.dovetail.core.transaction.TransactionalCallable;
import dev.dovetail.core.transaction.Transactor;
import dev.dovetail.repository.spi.EntityDescription;
import dev.dovetail.repository.spi.EntityOperations;
import dev.dovetail.repository.spi.RepositoryBackend;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** What the plan of one method works with: an entity, its operations, and the transaction around each call. */
final class Calls {

    private final TransactionManager transactions;
    private final Transactor writing;
    private final Transactor reading;
    private final EntityDescription entity;
    private final EntityOperations<Object> operations;
    private final String caller;
    private final Clock clock;

    Calls(RepositoryBackend backend, EntityDescription entity, String caller) {
        this.transactions = backend.transactions();
        this.writing = transactions.transactor();
        this.reading = writing.readOnly();
        this.entity = entity;
        this.caller = caller;
        this.clock = backend.clock();
        @SuppressWarnings("unchecked") // the plans check what they pass against the entity's class
        EntityOperations<Object> typed = (EntityOperations<Object>) backend.operations(entity.type(), caller);
        this.operations = typed;
    }

    EntityDescription entity() {
        return entity;
    }

    EntityOperations<Object> operations() {
        return operations;
    }

    /** What tells the date and time. */
    Clock clock() {
        return clock;
    }

    /** The method, for messages. */
    String caller() {
        return caller;
    }

    /** Reads in the current transaction, or else in a read-only one of its own. */
    <T extends @Nullable Object> T read(TransactionalCallable<T, RuntimeException> work) {
        return (transactions.current() == null ? reading : writing).call(work);
    }

    /** Writes in the current transaction, or else in one of its own. */
    <T extends @Nullable Object> T write(TransactionalCallable<T, RuntimeException> work) {
        return writing.call(work);
    }

    /** Refuses what makes no sense in a transaction of its own. */
    void requireTransaction() {
        transactions.require(caller);
    }

    NullPointerException nullArgument(String what) {
        return new NullPointerException(caller + ": " + what + " must not be null");
    }
}
