package dev.dovetail.repository.memory;

import dev.dovetail.core.transaction.ForwardingTransactor;
import dev.dovetail.core.transaction.TransactionManager;
import dev.dovetail.core.transaction.Transactor;
import dev.dovetail.repository.internal.store.InjectedFailures;
import dev.dovetail.repository.internal.store.Sources;
import dev.dovetail.repository.internal.store.Store;
import java.util.List;

/**
 * Transactions in memory, by the rules of every {@link Transactor}, for the tests of services: with an outbox that a test
 * can look into, and failures on demand, so that the ways of a service that retry, roll back or give up are tested without
 * a database. {@link #create()} gives one for services that have no entities; that of a persistence is {@link
 * InMemoryPersistence#transactor()}. Thread-safe.
 */
public final class InMemoryTransactor extends ForwardingTransactor {

    private final InMemoryOutbox outbox;
    private final InjectedFailures failures;

    InMemoryTransactor(Store store, TransactionManager transactions) {
        super(transactions.transactor());
        outbox = new InMemoryOutbox(store, transactions);
        failures = store.failures();
    }

    /** A transactor with the rules of {@link EngineProfile#PORTABLE}. */
    public static InMemoryTransactor create() {
        return create(EngineProfile.PORTABLE);
    }

    /** A transactor with the rules of an engine. */
    public static InMemoryTransactor create(EngineProfile profile) {
        Store store = new Store(List.of(), profile.rules(), Sources.REAL);
        return new InMemoryTransactor(store, TransactionManager.over(store));
    }

    /** The outbox of its transactions. */
    public InMemoryOutbox outbox() {
        return outbox;
    }

    /** The next commit, of any thread, fails with {@link InjectedFailure#serializationFailure()}; nothing of it remains. */
    public void failNextCommit() {
        failures.atCommit(InjectedFailure.serializationFailure().exception(), false);
    }

    /**
     * The next statement, of any thread, fails: a call of a repository, a message to the outbox, the writing of pending
     * changes, or the commit of a transaction that sends no statement before. What can happen only during a commit waits
     * for the next one. Failures asked for one after the other take place one after the other.
     */
    public void failNextWith(InjectedFailure failure) {
        if (failure.isOfCommit()) {
            failures.atCommit(failure.exception(), failure.isCommitted());
        } else {
            failures.atStatement(failure.exception());
        }
    }

    /** Forgets the failures that were asked for and did not take place yet. */
    public void failNoMore() {
        failures.clear();
    }
}
