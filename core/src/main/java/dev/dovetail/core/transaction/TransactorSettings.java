package dev.dovetail.core.transaction;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The configuration of one transactor. */
record TransactorSettings(
        Propagation propagation,
        boolean readOnly,
        @Nullable Isolation isolation,
        @Nullable Duration timeout,
        @Nullable Retry retry) {

    static final TransactorSettings DEFAULT = new TransactorSettings(Propagation.JOIN, false, null, null, null);

    TransactionOptions options() {
        return new TransactionOptions(readOnly, isolation, timeout);
    }

    TransactorSettings propagation(Propagation newPropagation) {
        return new TransactorSettings(newPropagation, readOnly, isolation, timeout, retry);
    }

    TransactorSettings readOnlyOn() {
        return new TransactorSettings(propagation, true, isolation, timeout, retry);
    }

    TransactorSettings isolation(Isolation level) {
        return new TransactorSettings(propagation, readOnly, level, timeout, retry);
    }

    TransactorSettings timeout(Duration limit) {
        return new TransactorSettings(propagation, readOnly, isolation, limit, retry);
    }

    TransactorSettings retry(Retry policy) {
        return new TransactorSettings(propagation, readOnly, isolation, timeout, policy);
    }
}
