package dev.dovetail.core.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of a test's own, to be restarted and to keep people out of. The role {@code app} needs its password,
 * {@code tls} an encrypted connection, which the server does not offer, and {@code nobody} has no rule.
 */
public final class PostgresCluster implements AutoCloseable {

    public static final String PASSWORD = "p%40:/?#[]s3cret ä";

    private final Path data;
    private final int port;
    private EmbeddedPostgres server;

    private PostgresCluster(Path data, int port) throws IOException {
        this.data = data;
        this.port = port;
        this.server = launch();
    }

    public static PostgresCluster start() throws IOException, SQLException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        PostgresCluster cluster = new PostgresCluster(Files.createTempDirectory("dovetail-cluster-"), port);
        try (Connection admin = cluster.admin();
                Statement statement = admin.createStatement()) {
            statement.execute("create role app login password '" + PASSWORD + "'");
            statement.execute("create role tls login");
            statement.execute("create role nobody login");
            statement.execute("create database \"my shop ä\"");
        }
        return cluster;
    }

    private EmbeddedPostgres launch() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setDataDirectoryCustomizer(PostgresCluster::writeRules)
                .setPort(port)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
    }

    private static void writeRules(File folder) {
        try {
            Files.write(
                    folder.toPath().resolve("pg_hba.conf"),
                    List.of(
                            "host all postgres 127.0.0.1/32 trust",
                            "host all app 127.0.0.1/32 scram-sha-256",
                            "hostssl all tls 127.0.0.1/32 trust",
                            "host no_such_database nobody 127.0.0.1/32 trust"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public int port() {
        return port;
    }

    /** As a user who is let in without a password and may do everything. */
    public String url() {
        return "postgresql://postgres@127.0.0.1:" + port + "/postgres";
    }

    public Connection admin() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", "");
    }

    /** Ends the server with all its sessions. */
    public void stop() throws IOException {
        server.close();
    }

    /** Starts the server again, after {@link #stop}. */
    public void startAgain() throws IOException {
        server = launch();
    }

    @Override
    public void close() throws IOException {
        server.close();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
