package dev.dovetail.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import dev.dovetail.core.LogLines;
import dev.dovetail.core.OpenDatabase;
import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.DuplicateKeyException;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.core.error.TransientConflictException;
import dev.dovetail.core.transaction.Retry;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class DatabaseMetricsTest extends OpenDatabase {

    private final LogLines slow = new LogLines("dev.dovetail.slow", Level.WARN);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final AtomicInteger cached = new AtomicInteger(3);
    private final DatabaseMetrics metrics = DatabaseMetrics.of(db, "shop")
            .gauge("cache.size", cached, AtomicInteger::get)
            .counter("cache.hits", cached, AtomicInteger::get);

    DatabaseMetricsTest(TestDatabase database) {
        super(database, options -> options.slowQuery(Duration.ofNanos(1)));
    }

    @BeforeEach
    void bind() {
        metrics.bindTo(registry);
    }

    @AfterEach
    void unbind() {
        metrics.close();
        slow.close();
    }

    private long statements(String kind, String outcome) {
        return registry.get("dovetail.statements")
                .tags("database", "shop", "kind", kind, "outcome", outcome)
                .timer()
                .count();
    }

    private long transactions(String outcome) {
        return registry.get("dovetail.transactions")
                .tags("database", "shop", "outcome", outcome)
                .timer()
                .count();
    }

    private double gauge(String name) {
        return registry.get(name).tag("database", "shop").gauge().value();
    }

    @Test
    void statementsAreTimedByKindAndOutcome() {
        insert(1, 1);
        insert(2, 1);
        count();
        assertThatThrownBy(() -> insert(2, 1)).isInstanceOf(DuplicateKeyException.class);

        assertThat(statements("insert", "success")).isEqualTo(2);
        assertThat(statements("insert", "failure")).isEqualTo(1);
        assertThat(statements("select", "success")).isEqualTo(1);
        assertThat(statements("delete", "success")).isZero();
        assertThat(registry.get("dovetail.statements")
                        .tags("kind", "insert", "outcome", "success")
                        .timer()
                        .totalTime(TimeUnit.NANOSECONDS))
                .isPositive();
    }

    @Test
    void transactionsAreTimedByOutcomeAndRetriesCounted() {
        insert(1, 1);
        AtomicInteger attempts = new AtomicInteger();
        db.transactor().retry(Retry.exponential(3, Duration.ofMillis(1))).run(() -> {
            if (attempts.incrementAndGet() < 3) {
                throw new TransientConflictException(
                        new Explanation(CoreError.TRANSIENT_CONFLICT, "conflict", "on purpose", "try again"), null);
            }
        });

        assertThat(transactions("committed")).isEqualTo(2);
        assertThat(transactions("rolled_back")).isEqualTo(2);
        assertThat(transactions("unknown")).isZero();
        assertThat(registry.get("dovetail.transactions.retries").counter().count())
                .isEqualTo(2);
    }

    @Test
    void thePoolIsShown() {
        db.transaction(sql -> {
            assertThat(gauge("dovetail.connections.active")).isEqualTo(1);
            return sql.fetch("select 1");
        });

        assertThat(gauge("dovetail.connections.active")).isZero();
        assertThat(gauge("dovetail.connections.idle")).isPositive();
        assertThat(gauge("dovetail.connections.pending")).isZero();
        assertThat(gauge("dovetail.connections.max")).isGreaterThanOrEqualTo(10);
    }

    @Test
    void slowStatementsAndWhatElseIsGivenAreCounted() {
        long before = db.access().slowStatements();
        count();

        assertThat(registry.get("dovetail.statements.slow").functionCounter().count())
                .isEqualTo(before + 1);
        assertThat(gauge("dovetail.cache.size")).isEqualTo(3);
        assertThat(registry.get("dovetail.cache.hits").functionCounter().count())
                .isEqualTo(3);
    }

    @Test
    void metersStayTheSameWhateverIsSent() {
        Set<String> before = meters();
        for (int i = 0; i < 50; i++) {
            String text = "select " + i;
            db.read(sql -> sql.fetch(text));
        }

        assertThat(meters()).isEqualTo(before).hasSizeLessThan(40);
    }

    @Test
    void closedMetricsMeasureNoMoreAndAreGone() {
        metrics.close();
        metrics.close();

        assertThat(registry.getMeters()).isEmpty();
        insert(1, 1);
        assertThat(registry.getMeters()).isEmpty();
    }

    private Set<String> meters() {
        Set<String> ids = new TreeSet<>();
        for (Meter meter : registry.getMeters()) {
            ids.add(meter.getId().toString());
        }
        return ids;
    }
}
