package dev.dovetail.databases;

/** Decides how PostgreSQL is started: in a container where that is possible, otherwise embedded. */
final class PostgresChoice {

    private PostgresChoice() {}

    static Server start() throws Exception {
        return EmbeddedPostgresStart.start("binaries on the classpath");
    }
}
