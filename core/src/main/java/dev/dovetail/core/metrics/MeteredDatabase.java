package dev.dovetail.core.metrics;

import dev.dovetail.core.engine.PoolStatus;
import dev.dovetail.core.spi.DatabaseAccess;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** Makes the meters, one set a registry, and takes them away. */
final class MeteredDatabase implements DatabaseMetrics {

    private final DatabaseAccess access;
    private final Supplier<PoolStatus> pool;
    private final Tags tags;
    private final List<Bound<?>> others = new ArrayList<>();
    private final List<Runnable> undo = new ArrayList<>();

    MeteredDatabase(DatabaseAccess access, Supplier<PoolStatus> pool, String name) {
        this.access = access;
        this.pool = pool;
        this.tags = Tags.of("database", name);
    }

    @Override
    public synchronized void bindTo(MeterRegistry registry) {
        StatementTimers statements = new StatementTimers(registry, tags);
        TransactionTimers transactions = new TransactionTimers(registry, tags);
        access.addStatementObserver(statements);
        access.addTransactionObserver(transactions);
        undo.add(() -> access.removeStatementObserver(statements));
        undo.add(() -> access.removeTransactionObserver(transactions));
        undo.add(statements::remove);
        undo.add(transactions::remove);

        counted(
                registry,
                "statements.slow",
                "Statements slower than the option slowQuery",
                access,
                DatabaseAccess::slowStatements);
        pool(registry, "active", "Connections in use", PoolStatus::active);
        pool(registry, "idle", "Connections open and free", PoolStatus::idle);
        pool(registry, "pending", "Threads that wait for a connection", PoolStatus::waiting);
        pool(registry, "max", "The most connections there can be", PoolStatus::max);
        others.forEach(other -> other.bindTo(this, registry));
    }

    @Override
    public synchronized <T> DatabaseMetrics gauge(String meter, T subject, ToDoubleFunction<T> value) {
        others.add(new Bound<>(meter, subject, value, false));
        return this;
    }

    @Override
    public synchronized <T> DatabaseMetrics counter(String meter, T subject, ToDoubleFunction<T> value) {
        others.add(new Bound<>(meter, subject, value, true));
        return this;
    }

    @Override
    public synchronized void close() {
        undo.forEach(Runnable::run);
        undo.clear();
    }

    private void pool(MeterRegistry registry, String meter, String description, ToDoubleFunction<PoolStatus> value) {
        gauged(registry, "connections." + meter, description, pool, current -> value.applyAsDouble(current.get()));
    }

    private <T> void gauged(
            MeterRegistry registry, String meter, String description, T subject, ToDoubleFunction<T> value) {
        keep(
                registry,
                Gauge.builder("dovetail." + meter, subject, value)
                        .description(description)
                        .tags(tags)
                        .strongReference(true)
                        .register(registry));
    }

    private <T> void counted(
            MeterRegistry registry, String meter, String description, T subject, ToDoubleFunction<T> value) {
        keep(
                registry,
                FunctionCounter.builder("dovetail." + meter, subject, value)
                        .description(description)
                        .tags(tags)
                        .register(registry));
    }

    private void keep(MeterRegistry registry, Meter meter) {
        undo.add(() -> registry.remove(meter));
    }

    private record Bound<T>(String meter, T subject, ToDoubleFunction<T> value, boolean grows) {
        void bindTo(MeteredDatabase metrics, MeterRegistry registry) {
            if (grows) {
                metrics.counted(registry, meter, "", subject, value);
            } else {
                metrics.gauged(registry, meter, "", subject, value);
            }
        }
    }
}
