package dev.dovetail.core.transaction;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A transactor is a manager and settings. */
record ConfiguredTransactor(TransactionManager manager, TransactorSettings settings) implements Transactor {

    @Override
    public <X extends Exception> void run(TransactionalRunnable<X> work) throws X {
        manager.<Boolean, X>execute(settings, () -> {
            work.run();
            return true;
        });
    }

    @Override
    public <T extends @Nullable Object, X extends Exception> T call(TransactionalCallable<T, X> work) throws X {
        return manager.execute(settings, work);
    }

    @Override
    public Transactor nested() {
        return with(settings.propagation(Propagation.NESTED));
    }

    @Override
    public Transactor requiresNew() {
        return with(settings.propagation(Propagation.NEW));
    }

    @Override
    public Transactor readOnly() {
        return with(settings.readOnlyOn());
    }

    @Override
    public Transactor isolation(Isolation level) {
        return with(settings.isolation(Objects.requireNonNull(level, "level")));
    }

    @Override
    public Transactor timeout(Duration limit) {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("A transaction time-out must be positive, got " + limit);
        }
        return with(settings.timeout(limit));
    }

    @Override
    public Transactor retry(Retry policy) {
        return with(settings.retry(Objects.requireNonNull(policy, "policy")));
    }

    @Override
    public void beforeCommit(Runnable hook) {
        manager.requireManaged("beforeCommit").hooks().beforeCommit(hook);
    }

    @Override
    public void afterCommit(Runnable hook) {
        manager.requireManaged("afterCommit").hooks().afterCommit(hook);
    }

    @Override
    public void afterRollback(Runnable hook) {
        manager.requireManaged("afterRollback").hooks().afterRollback(hook);
    }

    @Override
    public boolean isActive() {
        return manager.current() != null;
    }

    private Transactor with(TransactorSettings newSettings) {
        return new ConfiguredTransactor(manager, newSettings);
    }
}
