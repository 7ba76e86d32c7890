package dev.dovetail.core.internal.pool;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Who holds a connection.
 *
 * @param thread the name of the thread that took it
 * @param held for how long it has had it
 * @param callSite the line of code that took it, or null where leak detection is off
 */
public record Holder(String thread, Duration held, @Nullable String callSite) {

    /** For a message: {@code thread 'http-3' for 1200 ms, at com.shop.Orders.place(Orders.java:42)}. */
    @Override
    public String toString() {
        return "thread '" + thread + "' for " + held.toMillis() + " ms" + (callSite == null ? "" : ", at " + callSite);
    }
}
