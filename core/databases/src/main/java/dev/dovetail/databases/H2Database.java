package dev.dovetail.databases;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/**
 * A named database in memory, kept alive by a connection of its own. User and password are empty, as they are when
 * only the URL is known.
 */
final class H2Database extends ServerDatabase {

    /** Names in lower case, as in a database that Dovetail creates; H2 must be told when the database is made. */
    private static final String LOWER = ";DATABASE_TO_LOWER=TRUE";

    private static final String SESSIONS = """
            select session_id, user_name, session_start, contains_uncommitted, executing_statement
            from information_schema.sessions where session_id <> session_id()""";

    private final Connection keeper;

    H2Database(String version, String name) throws SQLException {
        super(
                TestEngine.H2,
                version,
                new Address(name, "h2:mem:" + name + LOWER, "jdbc:h2:mem:" + name + LOWER, "", ""));
        this.keeper = DriverManager.getConnection(jdbcUrl(), username(), password());
    }

    /** H2 shows a transaction by what it has written or is running; one that has only read is not seen. */
    @Override
    List<Open> transactions() throws SQLException {
        return query(SESSIONS + " and (contains_uncommitted or executing_statement is not null)");
    }

    @Override
    List<Open> sessions() throws SQLException {
        return query(SESSIONS);
    }

    private synchronized List<Open> query(String query) throws SQLException {
        return Sql.list(
                keeper,
                row -> new Open(
                        row.getString(1),
                        "session " + row.getString(1) + " since " + row.getString(3)
                                + (row.getBoolean(4) ? ", with uncommitted changes" : "")
                                + (row.getString(5) == null ? "" : ", running: " + row.getString(5))),
                query);
    }

    @Override
    synchronized boolean end(Open open) throws SQLException {
        Sql.list(keeper, row -> row.getBoolean(1), "select abort_session(cast(? as integer))", open.id());
        return true;
    }

    @Override
    synchronized Restore remember() throws SQLException {
        List<String> statements = H2Rows.remember(keeper);
        return () -> restore(statements);
    }

    private synchronized void restore(List<String> statements) throws SQLException {
        Sql.between(keeper, "set referential_integrity false", statements, "set referential_integrity true");
    }

    @Override
    synchronized void drop() throws SQLException {
        Sql.run(keeper, "shutdown immediately");
    }
}
