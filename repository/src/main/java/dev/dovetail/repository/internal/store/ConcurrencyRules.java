package dev.dovetail.repository.internal.store;

import dev.dovetail.core.transaction.Isolation;
import dev.dovetail.core.transaction.TransactionOptions;

/**
 * What transactions see of each other.
 *
 * @param byDefault the isolation of a transaction that asks for none
 * @param secondWriterRefused whether a writing transaction inside another one of the same thread is refused
 * @param oneWriter whether one writing transaction waits for the other
 * @param changedRowConflicts whether, where a transaction sees one state, the write of a row that another transaction
 *     changed since is a conflict to be tried again; otherwise it is written in its newest state
 * @param skewConflicts whether a serializable transaction fails that wrote after others changed what it had read
 */
public record ConcurrencyRules(
        Isolation byDefault,
        boolean secondWriterRefused,
        boolean oneWriter,
        boolean changedRowConflicts,
        boolean skewConflicts) {

    private Isolation isolation(TransactionOptions options) {
        Isolation asked = options.isolation();
        return oneWriter || asked == null ? byDefault : asked;
    }

    /** Whether all statements of a transaction see the state that was committed before its first one. */
    boolean seesOneState(TransactionOptions options) {
        return isolation(options).compareTo(Isolation.REPEATABLE_READ) >= 0;
    }

    boolean failsOfSkew(TransactionOptions options) {
        return skewConflicts && isolation(options) == Isolation.SERIALIZABLE;
    }
}
