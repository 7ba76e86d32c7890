package dev.dovetail.core.metrics;

import dev.dovetail.core.spi.StatementObserver;
import dev.dovetail.core.statement.RecordedStatement;
import dev.dovetail.core.statement.StatementKind;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** One timer for each kind of statement and each outcome, made beforehand: a statement looks up no meter by its tags. */
final class StatementTimers implements StatementObserver {

    private final MeterRegistry registry;
    private final Map<StatementKind, Timer> succeeded = new EnumMap<>(StatementKind.class);
    private final Map<StatementKind, Timer> failed = new EnumMap<>(StatementKind.class);

    StatementTimers(MeterRegistry registry, Tags tags) {
        this.registry = registry;
        for (StatementKind kind : StatementKind.values()) {
            Tags ofKind = tags.and("kind", kind.name().toLowerCase(Locale.ROOT));
            succeeded.put(kind, timer(ofKind.and("outcome", "success")));
            failed.put(kind, timer(ofKind.and("outcome", "failure")));
        }
    }

    private Timer timer(Tags tags) {
        return Timer.builder("dovetail.statements")
                .description("Statements, from sending to the last row")
                .tags(tags)
                .register(registry);
    }

    @Override
    public void ended(RecordedStatement statement) {
        Duration duration = statement.duration();
        Timer timer = (statement.failure() == null ? succeeded : failed).get(statement.kind());
        if (timer != null && duration != null) {
            timer.record(duration);
        }
    }

    void remove() {
        succeeded.values().forEach(registry::remove);
        failed.values().forEach(registry::remove);
    }
}
