package dev.dovetail.migrations.backfill;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;

/** A PostgreSQL and a streaming replica of it, on 127.0.0.1. */
final class ReplicatedPostgres implements AutoCloseable {

    private final EmbeddedPostgres primary;
    private final EmbeddedPostgres standby;

    private ReplicatedPostgres(EmbeddedPostgres primary, EmbeddedPostgres standby) {
        this.primary = primary;
        this.standby = standby;
    }

    static ReplicatedPostgres start(Path folder) throws IOException {
        Path ofPrimary = folder.resolve("primary");
        Path ofStandby = folder.resolve("standby");
        at(ofPrimary).close();
        copy(ofPrimary, ofStandby);
        EmbeddedPostgres primary = at(ofPrimary);
        try {
            Files.createFile(ofStandby.resolve("standby.signal"));
            // It says what it has applied as often as it can.
            Files.writeString(
                    ofStandby.resolve("postgresql.auto.conf"),
                    "primary_conninfo = 'host=127.0.0.1 port=" + primary.getPort() + " user=postgres'\n"
                            + "wal_receiver_status_interval = 1\n",
                    StandardOpenOption.APPEND);
            return new ReplicatedPostgres(primary, at(ofStandby));
        } catch (IOException | RuntimeException | Error failure) {
            primary.close();
            throw failure;
        }
    }

    private static EmbeddedPostgres at(Path data) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .start();
    }

    /** With the permissions, without which a server refuses its folder. */
    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.forEach(file -> {
                try {
                    Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    String url() {
        return "postgresql://postgres:postgres@127.0.0.1:" + primary.getPort() + "/postgres";
    }

    /** The replica receives what is written, and does not apply it. */
    void pauseReplica() throws SQLException {
        onStandby("select pg_wal_replay_pause()");
    }

    void resumeReplica() throws SQLException {
        onStandby("select pg_wal_replay_resume()");
    }

    private void onStandby(String sql) throws SQLException {
        try (Connection connection = standby.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            standby.close();
        } finally {
            primary.close();
        }
    }
}
