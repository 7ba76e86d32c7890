package dev.dovetail.databases;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * One fresh, empty database on a real engine, made by {@link TestDatabases#create} or handed to a test class by
 * {@link OnEachDatabase}. Nobody else uses it. Safe for use by several threads.
 */
public interface TestDatabase extends AutoCloseable {

    /**
     * The engine that runs it.
     *
     * @return the engine
     */
    TestEngine engine();

    /**
     * The version of the server (of the library, for SQLite and H2).
     *
     * @return for example {@code 18.6}
     */
    String version();

    /**
     * The URL in SQLAlchemy's form, user and password included: {@code sqlite:////tmp/x/x.db},
     * {@code postgresql://user:password@127.0.0.1:5432/name}, {@code h2:mem:name},
     * {@code mariadb://user:password@127.0.0.1:3306/name}.
     *
     * @return the URL
     */
    String url();

    /**
     * The JDBC URL, without user and password.
     *
     * @return the URL
     */
    String jdbcUrl();

    /**
     * The user to connect as; may do everything in this database.
     *
     * @return the user, empty for SQLite, which has none
     */
    String username();

    /**
     * The password of {@link #username()}.
     *
     * @return the password, empty where there is none
     */
    String password();

    /**
     * Opens a connection of its own, with the driver's defaults. The caller closes it.
     *
     * @return a new connection
     * @throws SQLException if the database refuses it, for example because it is closed
     */
    Connection connect() throws SQLException;

    /**
     * Remembers all rows as they are now. For the moment after the tables were made, so that each test can begin there.
     *
     * @return leads back to this moment
     * @throws IllegalStateException if the database refuses it
     */
    Checkpoint checkpoint();

    /**
     * Drops the database, or deletes its files, ending what is still connected. Closing it again does nothing.
     *
     * @throws IllegalStateException if the database cannot be dropped
     */
    @Override
    void close();
}
