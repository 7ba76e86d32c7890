package dev.dovetail.core.internal.pool;

import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.Explanation;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks now and then for connections that were taken and not given back, on a thread of its own. */
final class LeakWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LeakWatch.class);

    private final ScheduledExecutorService thread;

    private LeakWatch(ScheduledExecutorService thread) {
        this.thread = thread;
    }

    static LeakWatch start(String pool, String where, Duration threshold, Holders holders) {
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread daemon = new Thread(work, pool + "-leaks");
            daemon.setDaemon(true);
            return daemon;
        });
        // A report comes late by a quarter of the threshold at the most.
        long period = Math.max(1, threshold.toMillis() / 4);
        thread.scheduleWithFixedDelay(
                () -> holders.reportOlderThan(threshold, holder -> LOG.warn("{}", message(where, threshold, holder))),
                period,
                period,
                TimeUnit.MILLISECONDS);
        return new LeakWatch(thread);
    }

    private static String message(String where, Duration threshold, Holder holder) {
        return new Explanation(
                        CoreError.CONNECTION_LEAK,
                        "A connection to " + where + " is in use for longer than " + threshold.toMillis() + " ms, by "
                                + holder + ".",
                        "a stream, a transaction or a connection that is never closed, or one that waits for something"
                                + " else than the database",
                        "close it (try-with-resources), or do the slow work outside of it; if it may take so long, raise"
                                + " options.leakDetection(…)")
                .message();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
