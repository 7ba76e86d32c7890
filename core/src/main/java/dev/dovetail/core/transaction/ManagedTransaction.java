package dev.dovetail.core.transaction;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The state of one running transaction: its levels, participants and attachments. */
final class ManagedTransaction implements ActiveTransaction {

    private final TransactionResource resource;
    private final long startedAt = System.nanoTime();
    private final List<TransactionParticipant> participants = new ArrayList<>();
    private final Map<Object, Object> attachments = new HashMap<>();
    private final Deque<Level> levels = new ArrayDeque<>();

    ManagedTransaction(TransactionResource resource) {
        this.resource = resource;
        levels.push(new Level());
    }

    @Override
    public TransactionResource resource() {
        return resource;
    }

    @Override
    @SuppressWarnings("unchecked") // the key decides the type, as the interface says
    public <R> R attachment(Object key, Supplier<R> factory) {
        Object existing = attachments.get(key);
        if (existing == null) {
            existing = factory.get();
            attachments.put(key, existing);
        }
        return (R) existing;
    }

    @Override
    public @Nullable Object attachment(Object key) {
        return attachments.get(key);
    }

    @Override
    public void enlist(TransactionParticipant participant) {
        participants.add(participant);
    }

    @Override
    public void doom(Throwable failure) {
        Level level = level();
        if (level.doomedBy == null) {
            level.doomedBy = failure;
        }
    }

    @Override
    public @Nullable Throwable doomedBy() {
        return level().doomedBy;
    }

    @Override
    public @Nullable Duration remaining() {
        Duration timeout = resource.options().timeout();
        return timeout == null ? null : timeout.minusNanos(System.nanoTime() - startedAt);
    }

    @Override
    public SavepointScope openSavepoint() {
        requireNotDoomed();
        forEachParticipant(TransactionParticipant::beforeSavepoint);
        Savepoint savepoint = new Savepoint(resource.createSavepoint(), new Level());
        levels.push(savepoint.level);
        return savepoint;
    }

    Hooks hooks() {
        return level().hooks;
    }

    void requireNotDoomed() {
        Throwable failure = level().doomedBy;
        if (failure != null) {
            throw TransactionErrors.doomed(failure);
        }
    }

    @Override
    public void requireUsable() {
        requireNotDoomed();
        Duration timeout = resource.options().timeout();
        Duration remaining = remaining();
        if (timeout != null && remaining != null && (remaining.isNegative() || remaining.isZero())) {
            throw TransactionErrors.timedOut(timeout);
        }
    }

    /** Hooks, pending changes, then the physical commit. Whatever it throws, nothing was committed by it knowingly. */
    void commit() {
        requireNotDoomed();
        // A participant's flush may lead user code (entity callbacks) to register further hooks.
        hooks().runBeforeCommit();
        forEachParticipant(TransactionParticipant::beforeCommit);
        hooks().runBeforeCommit();
        requireUsable();
        resource.commit();
    }

    void rollback(Throwable failure) {
        while (levels.size() > 1) {
            // A level left open by hand: its hooks must hear of the rollback, too.
            Level inner = levels.pop();
            hooks().absorb(inner.hooks);
        }
        try {
            resource.rollback();
        } catch (Throwable rollbackFailure) {
            suppress(failure, rollbackFailure);
        }
    }

    /** Lets go of everything; failures are added to the one that ended the transaction, or logged by who fails. */
    void complete(boolean committed, @Nullable Throwable failure) {
        for (TransactionParticipant participant : participants) {
            try {
                participant.afterCompletion(committed);
            } catch (Throwable completionFailure) {
                if (failure != null) {
                    suppress(failure, completionFailure);
                }
            }
        }
        resource.close();
    }

    private void forEachParticipant(java.util.function.Consumer<TransactionParticipant> call) {
        // By index: a participant may be enlisted while another one is called.
        for (int i = 0; i < participants.size(); i++) {
            call.accept(participants.get(i));
        }
    }

    private Level level() {
        Level level = levels.peek();
        if (level == null) {
            throw new IllegalStateException("A transaction has no level left: it has ended");
        }
        return level;
    }

    private static void suppress(Throwable failure, Throwable further) {
        if (failure != further) {
            failure.addSuppressed(further);
        }
    }

    private static final class Level {
        private final Hooks hooks = new Hooks();
        private @Nullable Throwable doomedBy;
    }

    private final class Savepoint implements SavepointScope {
        private final Object handle;
        private final Level level;

        Savepoint(Object handle, Level level) {
            this.handle = handle;
            this.level = level;
        }

        @Override
        public void release() {
            requireInnermost();
            requireNotDoomed();
            forEachParticipant(TransactionParticipant::beforeRelease);
            requireNotDoomed();
            resource.release(handle);
            levels.pop();
            hooks().absorb(level.hooks);
        }

        @Override
        public void rollback() {
            requireInnermost();
            levels.pop();
            try {
                resource.rollbackTo(handle);
                forEachParticipant(TransactionParticipant::afterRollbackToSavepoint);
            } catch (Throwable failure) {
                doom(failure);
                throw failure;
            }
        }

        void runAfterRollback(Throwable failure) {
            level.hooks.runAfterRollback(failure);
        }

        private void requireInnermost() {
            if (levels.peek() != level) {
                throw new IllegalStateException(
                        "A savepoint must be ended innermost first and once; this one is not the innermost");
            }
        }
    }

    /** Runs the block in a savepoint. */
    <T extends @Nullable Object, X extends Exception> T nested(TransactionalCallable<T, X> work) throws X {
        Savepoint savepoint = (Savepoint) openSavepoint();
        try {
            T result = work.call();
            savepoint.release();
            return result;
        } catch (Throwable failure) {
            try {
                savepoint.rollback();
            } catch (Throwable rollbackFailure) {
                suppress(failure, rollbackFailure);
            }
            savepoint.runAfterRollback(failure);
            throw failure;
        }
    }
}
