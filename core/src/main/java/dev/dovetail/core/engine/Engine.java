package dev.dovetail.core.engine;

import org.jooq.SQLDialect;

/** The database engines that Dovetail knows, each with what its neighbours call it. */
public enum Engine {
    /** SQLite, the embedded default. */
    SQLITE("SQLite", "sqlite", SQLDialect.SQLITE, "org.sqlite.JDBC", "org.xerial:sqlite-jdbc"),
    /** PostgreSQL and what speaks its protocol and dialect. */
    POSTGRESQL("PostgreSQL", "postgresql", SQLDialect.POSTGRES, "org.postgresql.Driver", "org.postgresql:postgresql"),
    /** H2. */
    H2("H2", "h2", SQLDialect.H2, "org.h2.Driver", "com.h2database:h2"),
    /** MariaDB. */
    MARIADB(
            "MariaDB",
            "mariadb",
            SQLDialect.MARIADB,
            "org.mariadb.jdbc.Driver",
            "org.mariadb.jdbc:mariadb-java-client"),
    /** MySQL. */
    MYSQL("MySQL", "mysql", SQLDialect.MYSQL, "com.mysql.cj.jdbc.Driver", "com.mysql:mysql-connector-j");

    private final String displayName;
    private final String id;
    private final SQLDialect dialect;
    private final String driverClass;
    private final String driverCoordinates;

    Engine(String displayName, String id, SQLDialect dialect, String driverClass, String driverCoordinates) {
        this.displayName = displayName;
        this.id = id;
        this.dialect = dialect;
        this.driverClass = driverClass;
        this.driverCoordinates = driverCoordinates;
    }

    /** The name as its makers write it. */
    public String displayName() {
        return displayName;
    }

    /** The name in URLs and folders, in lower case: {@code sqlite}, {@code postgresql}, {@code h2}, … */
    public String id() {
        return id;
    }

    /** What jOOQ calls it. */
    public SQLDialect dialect() {
        return dialect;
    }

    /** The class of its JDBC driver. */
    public String driverClass() {
        return driverClass;
    }

    /** The Maven coordinates of its JDBC driver, without version. */
    public String driverCoordinates() {
        return driverCoordinates;
    }
}
