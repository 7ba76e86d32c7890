package dev.dovetail.examples.orders.load;

/** Hears how a load goes on. */
@FunctionalInterface
public interface Progress {

    /** Called about once every thousand rows, and at the end, with the rows sent so far and how many there will be. */
    void at(long rows, long of);

    /** Hears nothing. */
    static Progress none() {
        return (rows, of) -> {};
    }
}
