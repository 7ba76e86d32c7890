package dev.dovetail.core.internal.statement;

import dev.dovetail.core.statement.ExecutionPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the plans of slow statements beside the work, on a thread and a connection of its own: at most one a minute for
 * the same text, and none while too many wait. A plan that cannot be had is left out.
 */
final class SlowPlans implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SlowStatements.LOGGER);
    private static final long PAUSE = Duration.ofMinutes(1).toNanos();
    private static final int MOST_TEXTS = 200;
    private static final int MOST_WAITING = 10;

    private final Explainer explainer;
    private final LongSupplier clock;
    private final ThreadPoolExecutor thread;
    private final Map<String, Long> asked = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST_TEXTS;
        }
    };

    /** With a clock that counts nanoseconds. */
    SlowPlans(Explainer explainer, LongSupplier clock) {
        this.explainer = explainer;
        this.clock = clock;
        this.thread = new ThreadPoolExecutor(
                0,
                1,
                5,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                SlowPlans::daemon,
                new ThreadPoolExecutor.DiscardPolicy());
    }

    /** Logs the plan of a statement soon, unless it was asked for just before. */
    void ask(String sql, List<? extends @Nullable Object> values) {
        if (isDue(sql)) {
            List<@Nullable Object> copy = new ArrayList<>(values);
            thread.execute(() -> log(sql, copy));
        }
    }

    private boolean isDue(String sql) {
        long now = clock.getAsLong();
        synchronized (asked) {
            Long last = asked.get(sql);
            if (last != null && now - last < PAUSE) {
                return false;
            }
            asked.put(sql, now);
            return true;
        }
    }

    private void log(String sql, List<@Nullable Object> values) {
        try {
            ExecutionPlan plan = explainer.explain(sql, values);
            LOG.warn("plan of {}\n{}", LogText.sql(sql), LogText.sql(plan.text()));
        } catch (RuntimeException failure) {
            LOG.debug("No plan of {}", LogText.sql(sql), failure);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "dovetail-slow-plans");
        thread.setDaemon(true);
        return thread;
    }

    /** Waits for a plan that is being made, for a second at the most. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(1, TimeUnit.SECONDS)) {
                LOG.debug("A plan is still being made; its connection ends with the pool");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
