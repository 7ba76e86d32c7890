package dev.dovetail.migrations;

import dev.dovetail.migrations.result.AppliedStep;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Options of {@link Migrations#of(dev.dovetail.core.Database, Consumer)}. Used by one thread. */
public final class MigrationOptions {

    private List<String> locations = List.of("classpath:db/migration");
    private Duration lockTimeout = Duration.ofMinutes(1);
    private Consumer<AppliedStep> listener = step -> {};
    private List<String> scratch = List.of();

    MigrationOptions() {}

    /**
     * Where the scripts are: {@code classpath:folder}, or a folder on disk ({@code filesystem:} may stand before it), or a
     * package with migrations in Java ({@code java:com.example.migration}). A folder on the classpath is looked at as a
     * package, too.
     * Each folder has one per engine: {@code sqlite}, {@code postgresql}, {@code h2}, {@code mariadb}, {@code mysql}.
     * Default {@code classpath:db/migration}.
     */
    public MigrationOptions locations(String... folders) {
        locations = List.of(folders);
        return this;
    }

    /** How long to wait for another process that migrates the same database. Default 1 min. */
    public MigrationOptions lockTimeout(Duration timeout) {
        lockTimeout = timeout;
        return this;
    }

    /** Hears of each script when it has been applied, on the calling thread. */
    public MigrationOptions onStep(Consumer<AppliedStep> stepListener) {
        listener = stepListener;
        return this;
    }

    /**
     * Servers on which scratch databases may be made, one URL for each engine; what these lead to is not touched. Only
     * {@link Migrations#migrate}, {@link Migrations#check} and {@link Migrations#diff} need them, and not for SQLite and H2.
     */
    public MigrationOptions scratch(String... urls) {
        scratch = List.of(urls);
        return this;
    }

    List<String> scratch() {
        return scratch;
    }

    List<String> locations() {
        return locations;
    }

    Duration lockTimeout() {
        return lockTimeout;
    }

    Consumer<AppliedStep> listener() {
        return listener;
    }
}
