package dev.dovetail.examples.orders.load;

/** What became of an order file. */
public sealed interface LoadResult {

    /** What is in the file. */
    Contents contents();

    /** All of it was loaded now. */
    record Loaded(Contents contents) implements LoadResult {}

    /** All of its orders were in the database before; nothing was written. */
    record Found(Contents contents) implements LoadResult {}
}
