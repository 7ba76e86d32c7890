package dev.dovetail.migrations.scratch;

import dev.dovetail.core.Database;
import dev.dovetail.core.engine.Engine;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A database beside others.
 *
 * @param server leads to the server, over a database that is there
 */
record ServerScratch(Engine engine, String server, String name) {

    void create() {
        try {
            run("create database " + quoted());
        } catch (SQLException failure) {
            throw ScratchErrors.notCreated(engine, failure);
        }
    }

    void drop() {
        try {
            run("drop database if exists " + quoted());
        } catch (SQLException failure) {
            throw ScratchErrors.notDropped(engine, name, failure);
        }
    }

    void dropQuietly(Throwable because) {
        try {
            drop();
        } catch (RuntimeException failure) {
            because.addSuppressed(failure);
        }
    }

    private String quoted() {
        return engine == Engine.POSTGRESQL ? "\"" + name + "\"" : "`" + name + "`";
    }

    private void run(String sql) throws SQLException {
        try (Database database = Database.open(server, options -> options.poolSize(1));
                Connection connection = database.access().openConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Without the server, which may hold a password. */
    @Override
    public String toString() {
        return name;
    }
}
