package dev.dovetail.testing.internal;

import org.jspecify.annotations.Nullable;

/** Does several things although some of them fail, and throws the first failure in the end. */
public final class Failures {

    private @Nullable Throwable first;

    /** Something that may fail. */
    @FunctionalInterface
    public interface Attempt {
        /** Does it. */
        void run() throws Exception;
    }

    /** Does it, and says whether it worked. */
    public boolean attempt(Attempt attempt) {
        try {
            attempt.run();
            return true;
        } catch (Throwable failure) {
            if (first == null) {
                first = failure;
            } else if (first != failure) {
                first.addSuppressed(failure);
            }
            return false;
        }
    }

    /** Throws the first failure, the others suppressed in it; an exception that is checked comes wrapped. */
    public void throwFirst() {
        if (first instanceof Error error) {
            throw error;
        }
        if (first instanceof RuntimeException exception) {
            throw exception;
        }
        if (first != null) {
            throw new IllegalStateException(first);
        }
    }
}
