package dev.dovetail.testing.differential;

import dev.dovetail.core.transaction.ForwardingTransactor;
import dev.dovetail.core.transaction.TransactionalCallable;
import dev.dovetail.core.transaction.TransactionalRunnable;
import dev.dovetail.core.transaction.Transactor;
import org.jspecify.annotations.Nullable;

/** A transactor that writes down how its blocks end. */
final class RecordingTransactor extends ForwardingTransactor {

    private static final String TEXT = "the end of a transaction";

    private final Transcript transcript;

    RecordingTransactor(Transactor transactor, Transcript transcript) {
        super(transactor);
        this.transcript = transcript;
    }

    @Override
    protected Transactor configured(Transactor copy) {
        return new RecordingTransactor(copy, transcript);
    }

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
            T result = super.call(work);
            transcript.returned(TEXT, "reached", true);
            return result;
        } catch (Throwable failure) {
            transcript.threw(TEXT, failure);
            throw failure;
        }
    }
}
