package dev.dovetail.core.internal.jdbc;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Watches the transactions of a database that have a time-out, with a thread that comes and goes. Thread-safe. */
final class TimeLimits implements AutoCloseable {

    private static final long SECONDS_IDLE = 10;
    private static final long MILLIS_BETWEEN = 50;

    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, work -> {
        Thread thread = new Thread(work, "dovetail-time-outs");
        thread.setDaemon(true);
        return thread;
    });

    TimeLimits() {
        executor.setRemoveOnCancelPolicy(true);
        executor.setKeepAliveTime(SECONDS_IDLE, TimeUnit.SECONDS);
        executor.allowCoreThreadTimeOut(true);
    }

    /** Does this after that time, and from then on until it is cancelled. */
    Future<?> watch(Runnable work, long nanos) {
        try {
            return executor.scheduleWithFixedDelay(
                    work, nanos, TimeUnit.MILLISECONDS.toNanos(MILLIS_BETWEEN), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            // The database is being closed; its connections go, too.
            return CompletableFuture.completedFuture(true);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
