package dev.dovetail.examples.orders.load;

import dev.dovetail.core.Database;

/** A program that loads half of the bundled orders, says so, and waits to be killed. */
final class HalfLoad {

    static final String HALF = "half";

    private HalfLoad() {}

    public static void main(String[] args) {
        try (Database db = Database.open(args[0])) {
            new OrderLoader(db, HalfLoad::stopHalfWay).load(LoadedDatabase.prepare(db));
        }
    }

    private static void stopHalfWay(long rows, long of) {
        if (rows < of / 2) {
            return;
        }
        System.out.println(HALF);
        try {
            Thread.currentThread().join();
        } catch (InterruptedException never) {
            throw new IllegalStateException(never);
        }
    }
}
