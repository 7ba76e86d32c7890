package dev.dovetail.examples.orders;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/** How much heap this process has needed at most. */
final class PeakHeap {

    private static final long MEGABYTE = 1L << 20;

    private PeakHeap() {}

    /** The sum of the highest use of each part of the heap: never less than the true peak. */
    static long megabytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(PeakHeap::peak)
                        .sum()
                / MEGABYTE;
    }

    static long limit() {
        return Runtime.getRuntime().maxMemory() / MEGABYTE;
    }

    private static long peak(MemoryPoolMXBean pool) {
        return pool.getPeakUsage().getUsed();
    }
}
