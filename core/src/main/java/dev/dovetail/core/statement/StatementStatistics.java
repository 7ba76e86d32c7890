package dev.dovetail.core.statement;

import java.time.Duration;
import java.util.Map;

/**
 * What the statements of one transaction came to, up to a moment.
 *
 * @param byKind by kind; a kind of which there was none is not in it
 */
public record StatementStatistics(Map<StatementKind, Count> byKind) {

    /** Keeps a copy. */
    public StatementStatistics {
        byKind = Map.copyOf(byKind);
    }

    /** The statements of a kind. */
    public Count of(StatementKind kind) {
        return byKind.getOrDefault(kind, Count.NONE);
    }

    /** The statements of all kinds. */
    public Count total() {
        return byKind.values().stream().reduce(Count.NONE, Count::plus);
    }

    /**
     * Some statements together.
     *
     * @param statements how many were sent; a batch is one
     * @param failed how many of them failed
     * @param rows how many rows they returned or changed, as far as that is known
     * @param time how long they took, reading their rows included
     */
    public record Count(long statements, long failed, long rows, Duration time) {

        private static final Count NONE = new Count(0, 0, 0, Duration.ZERO);

        /** Both together. */
        public Count plus(Count other) {
            return new Count(
                    statements + other.statements, failed + other.failed, rows + other.rows, time.plus(other.time));
        }
    }
}
