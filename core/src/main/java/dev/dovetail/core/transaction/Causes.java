package dev.dovetail.core.transaction;

import java.util.ArrayList;
import java.util.List;

/** A failure and what caused it. */
final class Causes {

    /** Causes may form a circle. */
    private static final int MAX_DEPTH = 50;

    private Causes() {}

    /** The failure, its cause, that one's cause, … */
    static List<Throwable> of(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable current = failure; current != null && chain.size() < MAX_DEPTH; current = current.getCause()) {
            chain.add(current);
        }
        return chain;
    }

    static boolean anyIs(Class<? extends Throwable> type, Throwable failure) {
        return of(failure).stream().anyMatch(type::isInstance);
    }

    /** Whether one already tells of the other: they share a cause, or one caused the other. */
    static boolean related(Throwable failure, Throwable other) {
        List<Throwable> chain = of(failure);
        return of(other).stream().anyMatch(one -> chain.stream().anyMatch(each -> each == one));
    }

    /** Keeps a further failure beside the one that is thrown. */
    static void suppress(Throwable failure, Throwable further) {
        if (!related(failure, further)) {
            failure.addSuppressed(further);
        }
    }
}
