package dev.dovetail.examples.benchmarks.report;

import java.util.List;
import java.util.Map;

/**
 * The rounds of one piece of work on one engine.
 *
 * @param work its title
 * @param target the ratio to aim for
 * @param nanoseconds each contender's rounds, in the order in which they ran
 */
public record Result(String work, double target, Map<String, List<Long>> nanoseconds) {

    /** The middle one of a contender's rounds. */
    public long median(String contender) {
        List<Long> rounds = nanoseconds.getOrDefault(contender, List.of());
        if (rounds.isEmpty()) {
            throw new IllegalArgumentException(contender + " ran no round of '" + work + "'");
        }
        return rounds.stream().sorted().toList().get(rounds.size() / 2);
    }

    /** How much longer than the other one a contender takes, by medians. */
    public double ratio(String contender, String to) {
        return (double) median(contender) / median(to);
    }
}
