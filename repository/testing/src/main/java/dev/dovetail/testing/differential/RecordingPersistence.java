package dev.dovetail.testing.differential;

import dev.dovetail.core.transaction.TransactionalCallable;
import dev.dovetail.core.transaction.Transactor;
import dev.dovetail.repository.Outbox;
import dev.dovetail.repository.Persistence;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** A persistence whose calls are written down. */
final class RecordingPersistence implements Persistence {

    private final Persistence persistence;
    private final Transcript transcript;

    RecordingPersistence(Persistence persistence, Transcript transcript) {
        this.persistence = persistence;
        this.transcript = transcript;
    }

    @Override
    public <R> R repository(Class<R> repository) {
        R target = persistence.repository(repository);
        return repository.cast(Proxy.newProxyInstance(
                repository.getClassLoader(),
                new Class<?>[] {repository},
                new RecordingHandler(repository, target, transcript)));
    }

    @Override
    public Transactor transactor() {
        return new RecordingTransactor(persistence.transactor(), transcript);
    }

    @Override
    public <T extends @Nullable Object, X extends Exception> T allowLazyLoading(TransactionalCallable<T, X> block)
            throws X {
        return persistence.allowLazyLoading(block);
    }

    @Override
    public Outbox outbox() {
        return persistence.outbox();
    }

    /** It is not the block's. */
    @Override
    public void close() {}
}
