package dev.dovetail.core.internal.jdbc;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Cancels what a transaction runs when its time is over, again and again until the transaction ends. */
final class TimeLimit {

    private static final Logger LOG = LoggerFactory.getLogger(TimeLimit.class);

    private final Future<?> watch;
    private volatile @Nullable Statement running;
    private boolean ended;

    TimeLimit(TimeLimits limits, long nanos) {
        this.watch = limits.watch(this::cancel, nanos);
    }

    /** The statement that runs from now on, or whose rows are read. */
    void sending(Statement statement) {
        running = statement;
    }

    /** When this returns, nothing is cancelled any more: what comes next on the connection is somebody else's. */
    synchronized void end() {
        ended = true;
        watch.cancel(false);
    }

    private synchronized void cancel() {
        Statement statement = running;
        if (ended || statement == null) {
            return;
        }
        try {
            statement.cancel();
        } catch (SQLException | RuntimeException failure) {
            // It may have ended in this moment.
            LOG.debug("A statement that took too long could not be cancelled", failure);
        }
    }
}
