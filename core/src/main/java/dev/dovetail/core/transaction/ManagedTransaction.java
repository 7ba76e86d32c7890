package dev.dovetail.core.transaction;

import dev.dovetail.core.error.CommitOutcomeUnknownException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The state of one running transaction: its levels, participants and attachments. */
final class ManagedTransaction implements ActiveTransaction {

    private static final Logger LOG = LoggerFactory.getLogger(ManagedTransaction.class);

    /** How often hooks may register further hooks before commit; those who need more do it for ever. */
    static final int MAX_ROUNDS = 1_000;

    private final TransactionResource resource;
    private final long startedAt;
    private final Thread owner = Thread.currentThread();
    private final List<TransactionParticipant> participants = new ArrayList<>();
    private final Map<Object, Object> attachments = new HashMap<>();
    private final Deque<Level> levels = new ArrayDeque<>();
    private boolean outcomeUnknown;
    private boolean ended;

    /** Of a resource whose begin was asked for at a time, as {@link System#nanoTime} tells it. */
    ManagedTransaction(TransactionResource resource, long startedAt) {
        this.resource = resource;
        this.startedAt = startedAt;
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
        level().doom(failure);
    }

    @Override
    public @Nullable Throwable doomedBy() {
        return level().doomedBy();
    }

    @Override
    public @Nullable Duration remaining() {
        Duration timeout = resource.options().timeout();
        return timeout == null ? null : timeout.minusNanos(System.nanoTime() - startedAt);
    }

    @Override
    public int openSavepoints() {
        return levels.size() - 1;
    }

    @Override
    public OpenSavepoint openSavepoint() {
        requireUsable();
        try {
            forEachParticipant(TransactionParticipant::beforeSavepoint);
            Level level = new Level();
            OpenSavepoint savepoint = new OpenSavepoint(this, resource.createSavepoint(), level);
            levels.push(level);
            return savepoint;
        } catch (Throwable failure) {
            // A flush that stopped half-way, or an engine that will not go on: nothing of this may be committed.
            doom(failure);
            throw failure;
        }
    }

    @Override
    public void requireUsable() {
        if (Thread.currentThread() != owner) {
            throw TransactionErrors.wrongThread(owner);
        }
        if (ended) {
            throw TransactionErrors.ended();
        }
        level().requireNotDoomed();
        Duration remaining = remaining();
        if (remaining != null && (remaining.isNegative() || remaining.isZero())) {
            throw TransactionErrors.timedOut(resource.options());
        }
    }

    /** Hooks, pending changes, then the physical commit. Whatever it throws, nothing was committed by it knowingly. */
    void commit() {
        requireCommittable();
        // Hooks change entities, and the flush of entities leads to user code that registers hooks.
        int rounds = 0;
        do {
            for (; hooks().hasBeforeCommit(); rounds++) {
                if (rounds == MAX_ROUNDS) {
                    throw TransactionErrors.endlessHooks(MAX_ROUNDS);
                }
                hooks().runBeforeCommit();
            }
            forEachParticipant(TransactionParticipant::beforeCommit);
        } while (hooks().hasBeforeCommit());
        requireCommittable();
        try {
            resource.commit();
        } catch (CommitOutcomeUnknownException unknown) {
            outcomeUnknown = true;
            throw unknown;
        }
    }

    /** Takes everything back; what fails meanwhile is added to the failure that led to it. */
    void rollback(Throwable failure) {
        Level outermost = levels.getLast();
        abandonLevelsInside(outermost);
        Throwable first = outermost.doomedBy();
        if (first != null) {
            Causes.suppress(failure, first);
        }
        try {
            resource.rollback();
        } catch (Throwable rollbackFailure) {
            Causes.suppress(failure, rollbackFailure);
        }
    }

    /** Lets go of everything; what fails is added to the failure that ended the transaction, or else logged. */
    void complete(@Nullable Throwable failure) {
        forEachParticipant(participant -> attempt(() -> participant.afterCompletion(failure == null), failure));
        ended = true;
        attempt(resource::close, failure);
    }

    @Override
    public boolean isOutcomeUnknown() {
        return outcomeUnknown;
    }

    Hooks hooks() {
        return level().hooks();
    }

    Level level() {
        return levels.element();
    }

    /** The innermost first. */
    Deque<Level> levels() {
        return levels;
    }

    /** Ends levels that were left open inside of one; their hooks must hear of what becomes of it, too. */
    void abandonLevelsInside(Level level) {
        while (levels.element() != level) {
            level.absorbAbandoned(levels.pop());
        }
    }

    void forEachParticipant(Consumer<TransactionParticipant> call) {
        // By index: a participant may be enlisted while another one is called.
        for (int i = 0; i < participants.size(); i++) {
            call.accept(participants.get(i));
        }
    }

    private void requireCommittable() {
        requireUsable();
        if (levels.size() > 1) {
            throw TransactionErrors.openSavepoint();
        }
    }

    private static void attempt(Runnable step, @Nullable Throwable failure) {
        try {
            step.run();
        } catch (Throwable further) {
            if (failure == null) {
                LOG.warn("Something failed after a commit, which stays; what comes next goes on", further);
            } else {
                Causes.suppress(failure, further);
            }
        }
    }
}
