package dev.dovetail.core.transaction;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The hooks of one level, a transaction or a savepoint in it. */
final class Hooks {

    private List<Runnable> beforeCommit = new ArrayList<>();
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

    /** A savepoint ended: what was registered in it now belongs to the level around it. */
    void absorb(Hooks inner) {
        beforeCommit.addAll(inner.beforeCommit);
        afterCommit.addAll(inner.afterCommit);
        afterRollback.addAll(inner.afterRollback);
    }

    boolean hasBeforeCommit() {
        return !beforeCommit.isEmpty();
    }

    /** Runs those that are there now; what they register waits for the next call. */
    void runBeforeCommit() {
        List<Runnable> registered = beforeCommit;
        beforeCommit = new ArrayList<>();
        registered.forEach(Runnable::run);
    }

    /** Runs all, and returns the first failure with the others as suppressed. */
    @Nullable
    Throwable runAfterCommit() {
        return runAll(afterCommit);
    }

    void runAfterRollback(Throwable failure) {
        Throwable first = runAll(afterRollback);
        if (first != null) {
            Causes.suppress(failure, first);
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
                } else {
                    Causes.suppress(first, failure);
                }
            }
        }
        return first;
    }
}
