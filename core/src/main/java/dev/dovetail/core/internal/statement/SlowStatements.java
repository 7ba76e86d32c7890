package dev.dovetail.core.internal.statement;

import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns of statements that took long, with the line that sent them, and asks for their plan where that is wanted. */
final class SlowStatements implements Observer {

    static final String LOGGER = "dev.dovetail.slow";

    private static final Logger LOG = LoggerFactory.getLogger(LOGGER);

    private final long threshold;
    private final @Nullable SlowPlans plans;
    private final LongAdder count = new LongAdder();

    SlowStatements(long thresholdNanos, @Nullable SlowPlans plans) {
        this.threshold = thresholdNanos;
        this.plans = plans;
    }

    @Override
    public void ended(Observation statement) {
        if (statement.nanos() < threshold) {
            return;
        }
        count.increment();
        if (LOG.isWarnEnabled()) {
            LOG.warn(LoggedStatements.line(statement) + "\n  at " + statement.callSite());
            if (plans != null) {
                plans.ask(statement.sql(), statement.values());
            }
        }
    }

    @Override
    public boolean wantsValues() {
        return plans != null;
    }

    long count() {
        return count.sum();
    }
}
