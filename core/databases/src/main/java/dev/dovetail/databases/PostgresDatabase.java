package dev.dovetail.databases;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A database on the one PostgreSQL server, watched through {@code pg_stat_activity}. */
final class PostgresDatabase extends ServerDatabase {

    private static final String SESSIONS = """
            select pid, application_name, state, xact_start, query, pid || ' ' || backend_start
            from pg_stat_activity where datname = ? and backend_type = 'client backend'
            and application_name <> '""" + PostgresServer.APPLICATION + "'";

    private final PostgresServer server;
    private @Nullable Connection keeper;

    PostgresDatabase(PostgresServer server, Address address) {
        super(TestEngine.POSTGRESQL, server.version(), address);
        this.server = server;
    }

    @Override
    List<Open> transactions() throws SQLException {
        return server.list(
                row -> new Open(row.getString(1) + " " + row.getString(4), describe(row)),
                SESSIONS + " and state <> 'idle' and xact_start is not null",
                name());
    }

    @Override
    List<Open> sessions() throws SQLException {
        return server.list(row -> new Open(row.getString(6), describe(row)), SESSIONS, name());
    }

    private static String describe(ResultSet row) throws SQLException {
        return "session " + row.getInt(1) + " (" + row.getString(2) + "), " + row.getString(3)
                + (row.getString(4) == null ? "" : ", transaction since " + row.getString(4))
                + ", last statement: " + row.getString(5);
    }

    @Override
    boolean end(Open open) throws SQLException {
        server.list(
                row -> row.getBoolean(1),
                "select pg_terminate_backend(cast(? as integer), 1000)",
                open.id().split(" ")[0]);
        return true;
    }

    @Override
    synchronized Restore remember() throws SQLException {
        Connection connection = keeper == null ? server.connect(name()) : keeper;
        keeper = connection;
        List<String> statements = PostgresRows.remember(connection);
        return () -> Sql.together(connection, statements);
    }

    @Override
    synchronized void drop() throws SQLException {
        if (keeper != null) {
            keeper.close();
        }
        server.run("drop database if exists " + name() + " with (force)");
    }
}
