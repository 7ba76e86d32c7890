package dev.dovetail.repository.internal.store;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** Failures that a test has asked for. Thread-safe. */
public final class InjectedFailures {

    private final Queue<Supplier<RuntimeException>> atStatements = new ConcurrentLinkedQueue<>();
    private final Queue<CommitFailure> atCommits = new ConcurrentLinkedQueue<>();

    /** The next statement fails, or the next commit if that comes first. */
    public void atStatement(Supplier<RuntimeException> failure) {
        atStatements.add(failure);
    }

    /**
     * The next commit fails.
     *
     * @param afterwards whether everything was made durable before it failed
     */
    public void atCommit(Supplier<RuntimeException> failure, boolean afterwards) {
        atCommits.add(new CommitFailure(failure, afterwards));
    }

    /** Forgets those that did not happen yet. */
    public void clear() {
        atStatements.clear();
        atCommits.clear();
    }

    void beforeStatement() {
        Supplier<RuntimeException> failure = atStatements.poll();
        if (failure != null) {
            throw failure.get();
        }
    }

    void aroundCommit(Runnable commit) {
        beforeStatement();
        CommitFailure failure = atCommits.poll();
        if (failure == null) {
            commit.run();
            return;
        }
        if (failure.afterwards()) {
            commit.run();
        }
        throw failure.failure().get();
    }

    private record CommitFailure(Supplier<RuntimeException> failure, boolean afterwards) {}
}
