package dev.dovetail.core.transaction;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A transactor that passes everything on to another one; subclasses change what they are about. Thread-safe if that one is. */
public abstract class ForwardingTransactor implements Transactor {

    private final Transactor target;

    /** Passes on to this one. */
    protected ForwardingTransactor(Transactor target) {
        this.target = target;
    }

    /**
     * What a configured copy of the target becomes: by default itself.
     *
     * @param copy what {@code nested()}, {@code readOnly()} and their like returned
     */
    protected Transactor configured(Transactor copy) {
        return copy;
    }

    @Override
    public <X extends Exception> void run(TransactionalRunnable<X> work) throws X {
        target.run(work);
    }

    @Override
    public <T extends @Nullable Object, X extends Exception> T call(TransactionalCallable<T, X> work) throws X {
        return target.call(work);
    }

    @Override
    public Transactor nested() {
        return configured(target.nested());
    }

    @Override
    public Transactor requiresNew() {
        return configured(target.requiresNew());
    }

    @Override
    public Transactor readOnly() {
        return configured(target.readOnly());
    }

    @Override
    public Transactor isolation(Isolation level) {
        return configured(target.isolation(level));
    }

    @Override
    public Transactor timeout(Duration limit) {
        return configured(target.timeout(limit));
    }

    @Override
    public Transactor retry(Retry policy) {
        return configured(target.retry(policy));
    }

    @Override
    public void beforeCommit(Runnable hook) {
        target.beforeCommit(hook);
    }

    @Override
    public void afterCommit(Runnable hook) {
        target.afterCommit(hook);
    }

    @Override
    public void afterRollback(Runnable hook) {
        target.afterRollback(hook);
    }

    @Override
    public boolean isActive() {
        return target.isActive();
    }
}
