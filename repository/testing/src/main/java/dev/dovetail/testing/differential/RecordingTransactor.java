package dev.dovetail.testing.differential;

import dev.dovetail.core.transaction.Isolation;
import dev.dovetail.core.transaction.Retry;
import dev.dovetail.core.transaction.TransactionalCallable;
import dev.dovetail.core.transaction.TransactionalRunnable;
import dev.dovetail.core.transaction.Transactor;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A transactor that writes down how its blocks end. */
record RecordingTransactor(Transactor transactor, Transcript transcript) implements Transactor {

    private static final String TEXT = "the end of a transaction";

    @Override
    public <X extends Exception> void run(TransactionalRunnable<X> work) throws X {
        call(() -> {
            work.run();
            return TEXT;
        });
    }

    @Override
    public <T extends @Nullable Object, X extends Exception> T call(TransactionalCallable<T, X> work) throws X {
        try {
            T result = transactor.call(work);
            transcript.returned(TEXT, "reached", true);
            return result;
        } catch (Throwable failure) {
            transcript.threw(TEXT, failure);
            throw failure;
        }
    }

    private Transactor with(Transactor other) {
        return new RecordingTransactor(other, transcript);
    }

    @Override
    public Transactor nested() {
        return with(transactor.nested());
    }

    @Override
    public Transactor requiresNew() {
        return with(transactor.requiresNew());
    }

    @Override
    public Transactor readOnly() {
        return with(transactor.readOnly());
    }

    @Override
    public Transactor isolation(Isolation level) {
        return with(transactor.isolation(level));
    }

    @Override
    public Transactor timeout(Duration limit) {
        return with(transactor.timeout(limit));
    }

    @Override
    public Transactor retry(Retry policy) {
        return with(transactor.retry(policy));
    }

    @Override
    public void beforeCommit(Runnable hook) {
        transactor.beforeCommit(hook);
    }

    @Override
    public void afterCommit(Runnable hook) {
        transactor.afterCommit(hook);
    }

    @Override
    public void afterRollback(Runnable hook) {
        transactor.afterRollback(hook);
    }

    @Override
    public boolean isActive() {
        return transactor.isActive();
    }
}
