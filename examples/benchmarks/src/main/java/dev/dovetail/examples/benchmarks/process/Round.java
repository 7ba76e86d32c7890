package dev.dovetail.examples.benchmarks.process;

/**
 * The answer of a contender.
 *
 * @param nanoseconds how long the round took
 * @param checksum what must be the same for all
 */
public record Round(long nanoseconds, long checksum) {

    static Round parse(String answer) {
        String[] words = answer.split(" ", 2);
        return new Round(Long.parseLong(words[0]), Long.parseLong(words[1]));
    }
}
