package dev.dovetail.core.metrics;

import dev.dovetail.core.spi.TransactionObserver;
import dev.dovetail.core.transaction.TransactionOutcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** One timer for each outcome of a transaction, and a count of those that are run again. */
final class TransactionTimers implements TransactionObserver {

    private final MeterRegistry registry;
    private final Map<TransactionOutcome, Timer> timers = new EnumMap<>(TransactionOutcome.class);
    private final Counter retries;

    TransactionTimers(MeterRegistry registry, Tags tags) {
        this.registry = registry;
        for (TransactionOutcome outcome : TransactionOutcome.values()) {
            timers.put(
                    outcome,
                    Timer.builder("dovetail.transactions")
                            .description("Transactions, waiting for the connection included")
                            .tags(tags.and("outcome", outcome.name().toLowerCase(Locale.ROOT)))
                            .register(registry));
        }
        retries = Counter.builder("dovetail.transactions.retries")
                .description("Transactions run again after a transient failure")
                .tags(tags)
                .register(registry);
    }

    @Override
    public void ended(TransactionOutcome outcome, Duration duration) {
        Timer timer = timers.get(outcome);
        if (timer != null) {
            timer.record(duration);
        }
    }

    @Override
    public void retrying(Throwable failure) {
        retries.increment();
    }

    void remove() {
        timers.values().forEach(registry::remove);
        registry.remove(retries);
    }
}
