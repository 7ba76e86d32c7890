package dev.dovetail.core.metrics;

import dev.dovetail.core.Database;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * The metrics of a database for Micrometer: {@code DatabaseMetrics.of(db, "shop").bindTo(registry)}. Needs
 * {@code io.micrometer:micrometer-core} on the classpath, which Dovetail does not bring.
 *
 * <table>
 * <caption>Meters, all with the tag {@code database}</caption>
 * <tr><th>name</th><th>kind</th><th>tags</th><th>what</th></tr>
 * <tr><td>dovetail.statements</td><td>timer</td><td>kind, outcome (success, failure)</td><td>from sending to the last
 * row</td></tr>
 * <tr><td>dovetail.statements.slow</td><td>counter</td><td></td><td>slower than the option slowQuery</td></tr>
 * <tr><td>dovetail.transactions</td><td>timer</td><td>outcome (committed, rolled_back, unknown)</td><td>waiting for the
 * connection included</td></tr>
 * <tr><td>dovetail.transactions.retries</td><td>counter</td><td></td><td>transactions run again</td></tr>
 * <tr><td>dovetail.connections.active, .idle, .pending, .max</td><td>gauge</td><td></td><td>in use; open and free;
 * threads that wait; the most there can be</td></tr>
 * </table>
 *
 * <p>No tag has more values than these, whatever the application does. Thread-safe.
 */
public interface DatabaseMetrics extends MeterBinder, AutoCloseable {

    /**
     * Of a database, which may be bound to several registries. Nothing is measured before {@link #bindTo}.
     *
     * @param name the value of the tag {@code database}, such as the name of its schema; not a URL
     */
    static DatabaseMetrics of(Database database, String name) {
        return new MeteredDatabase(
                Objects.requireNonNull(database, "database").access(),
                database::pool,
                Objects.requireNonNull(name, "name"));
    }

    /**
     * With a gauge of something else that belongs to the database, such as a cache of compiled queries.
     *
     * @param meter the name after {@code dovetail.}
     * @param subject kept as long as this
     * @param value asked at each scrape, on any thread
     * @return this
     */
    <T> DatabaseMetrics gauge(String meter, T subject, ToDoubleFunction<T> value);

    /** Like {@link #gauge}, of something that only grows. */
    <T> DatabaseMetrics counter(String meter, T subject, ToDoubleFunction<T> value);

    /** Measures no more and takes the meters out of their registries. Closing twice does nothing. */
    @Override
    void close();
}
