package dev.dovetail.databases;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The servers of this JVM, each started once, by the first who asks, and stopped with the JVM. */
final class Servers {

    private interface Start {
        Server start() throws Exception;
    }

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Map<TestEngine, Servers> ALL = new EnumMap<>(Map.of(
            TestEngine.SQLITE, new Servers(TestEngine.SQLITE, SqliteServer::start),
            TestEngine.H2, new Servers(TestEngine.H2, H2Server::start),
            TestEngine.POSTGRESQL, new Servers(TestEngine.POSTGRESQL, PostgresChoice::start),
            TestEngine.MARIADB, new Servers(TestEngine.MARIADB, MariaDbChoice::start)));

    static {
        QuietLogs.silence();
    }

    private final TestEngine engine;
    private final Start start;
    private @Nullable Server running;
    private @Nullable Exception failure;

    private Servers(TestEngine engine, Start start) {
        this.engine = engine;
        this.start = start;
    }

    static ServerDatabase create(TestEngine engine) {
        Server server = start(engine);
        try {
            ServerDatabase database = server.create("dovetail_" + COUNT.incrementAndGet());
            Report.covered(engine, server.version(), server.how());
            return database;
        } catch (Exception e) {
            throw new IllegalStateException(
                    engine.displayName() + " runs, but refused to make a database: " + e.getMessage(), e);
        }
    }

    static Server start(TestEngine engine) {
        return Objects.requireNonNull(ALL.get(engine)).get();
    }

    /** What an engine that may be absent lacks on this machine; the others must start everywhere. */
    static Optional<String> missing(TestEngine engine) {
        return engine == TestEngine.MARIADB ? MariaDbChoice.missing() : Optional.empty();
    }

    private synchronized Server get() {
        if (running == null) {
            if (failure == null) {
                try {
                    running = start.start();
                    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop " + engine.displayName()));
                    return running;
                } catch (Exception e) {
                    failure = e;
                }
            }
            Report.notCovered(engine, "it failed to start");
            throw new IllegalStateException(
                    engine.displayName() + " could not be started: " + failure.getMessage(), failure);
        }
        return running;
    }

    private synchronized void stop() {
        try {
            if (running != null) {
                running.stop();
            }
        } catch (Exception e) {
            System.err.println(engine.displayName() + " could not be stopped: " + e);
        }
    }
}
