package dev.dovetail.examples.benchmarks.work;

/**
 * How much there is and how much of it a round takes.
 *
 * @param customers how many customers there are; a multiple of 50
 * @param ordersEach how many orders each of them has
 * @param gets how many customers a round gets by id
 * @param pages how often a round lists 50 customers with their orders
 * @param inserted how many rows a round inserts
 * @param updated how many rows one update changes
 * @param updates how many updates there are in a round
 * @param upserted how many rows one upsert inserts or updates, half and half
 * @param upserts how many upserts there are in a round
 * @param warmUp for how many milliseconds each contender does a piece of work before its rounds
 * @param rounds how many rounds are
 * @param starts how many processes are started to measure the start
 */
public record Scale(
        int customers,
        int ordersEach,
        int gets,
        int pages,
        int inserted,
        int updated,
        int updates,
        int upserted,
        int upserts,
        int warmUp,
        int rounds,
        int starts) {

    /** What the published figures are measured with: 200,000 orders. */
    public static final Scale FULL = new Scale(10_000, 20, 2_000, 50, 100_000, 1_000, 20, 10_000, 5, 2_000, 15, 9);

    /** So small that a test can run it. */
    public static final Scale SMALL = new Scale(100, 20, 20, 2, 300, 50, 2, 100, 2, 0, 1, 1);

    /** The scale of this name: {@code full} or {@code small}. */
    public static Scale named(String name) {
        return switch (name) {
            case "full" -> FULL;
            case "small" -> SMALL;
            default -> throw new IllegalArgumentException("A scale is 'full' or 'small', not '" + name + "'");
        };
    }
}
