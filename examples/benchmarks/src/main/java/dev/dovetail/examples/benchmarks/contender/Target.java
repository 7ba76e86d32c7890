package dev.dovetail.examples.benchmarks.contender;

/**
 * A database to work on.
 *
 * @param url in SQLAlchemy's form, as Dovetail takes it
 * @param jdbcUrl without user and password
 * @param user empty for SQLite
 * @param password empty for SQLite
 */
public record Target(String url, String jdbcUrl, String user, String password) {

    /** Whether it is SQLite; PostgreSQL otherwise. */
    public boolean isSqlite() {
        return jdbcUrl.startsWith("jdbc:sqlite:");
    }
}
