package dev.dovetail.examples.benchmarks.work;

import java.util.Iterator;
import java.util.stream.LongStream;

/** A row of {@code items}, which are written. */
public record Item(long id, String name, long amount, String note) {

    /** Items with ids from here on. */
    public static Iterator<Item> from(long firstId, int count) {
        return LongStream.range(firstId, firstId + count)
                .mapToObj(id -> new Item(id, "Item number " + id, id * 7 % 1_000, "a note of item " + id))
                .iterator();
    }
}
