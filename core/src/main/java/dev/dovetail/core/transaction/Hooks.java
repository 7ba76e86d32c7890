package dev.dovetail.core.transaction;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The hooks of one level, a transaction or a savepoint in it. */
final class Hooks {

    private final Deque<Runnable> beforeCommit = new ArrayDeque<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private final List<Runnable> afterRollback = new ArrayList<>();

    void beforeCommit(Runnable hook) {
        beforeCommit.add(hook);
    }

    void afterCommit(Runnable hook) {
        afterCommit.add(hook);
    }

    void afterRollback(Runnable hook) {
        afterRollback.add(hook);
    }

    /** A savepoint was released: what was registered in it now belongs to the level around it. */
    void absorb(Hooks inner) {
        beforeCommit.addAll(inner.beforeCommit);
        afterCommit.addAll(inner.afterCommit);
        afterRollback.addAll(inner.afterRollback);
    }

    /** Runs also those that a hook registers. */
    void runBeforeCommit() {
        for (Runnable hook = beforeCommit.poll(); hook != null; hook = beforeCommit.poll()) {
            hook.run();
        }
    }

    /** Runs all, and returns the first failure with the others as suppressed. */
    @Nullable
    Throwable runAfterCommit() {
        return runAll(afterCommit);
    }

    void runAfterRollback(Throwable failure) {
        Throwable first = runAll(afterRollback);
        if (first != null && first != failure) {
            failure.addSuppressed(first);
        }
    }

    private static @Nullable Throwable runAll(List<Runnable> hooks) {
        Throwable first = null;
        for (Runnable hook : hooks) {
            try {
                hook.run();
            } catch (Throwable failure) {
                if (first == null) {
                    first = failure;
                } else if (first != failure) {
                    first.addSuppressed(failure);
                }
            }
        }
        return first;
    }
}
