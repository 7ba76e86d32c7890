package dev.dovetail.core.transaction;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What a participant keeps for each open savepoint of a transaction, so that it can be what it was after a return to one.
 * For those who build a persistence. Used on the transaction's thread only.
 *
 * @param <S> what is kept
 */
public final class SavepointStates<S> {

    private final ActiveTransaction transaction;
    private final Deque<Kept<S>> kept = new ArrayDeque<>();

    /** For the savepoints of a transaction. */
    public SavepointStates(ActiveTransaction transaction) {
        this.transaction = transaction;
    }

    /** Keeps a state in {@link TransactionParticipant#beforeSavepoint()}. */
    public void keep(S state) {
        int depth = transaction.openSavepoints();
        // Of savepoints that were released since.
        kept.removeIf(older -> older.depth() >= depth);
        kept.push(new Kept<>(depth, state));
    }

    /**
     * What was kept for the savepoint of {@link TransactionParticipant#afterRollbackToSavepoint()}, which is forgotten
     * with those inside of it. Null if nothing was kept: the participant did not take part when it was set.
     */
    public @Nullable S takeBack() {
        int depth = transaction.openSavepoints();
        kept.removeIf(inner -> inner.depth() > depth);
        Kept<S> last = kept.peek();
        return last != null && last.depth() == depth ? kept.pop().state() : null;
    }

    private record Kept<S>(int depth, S state) {}
}
