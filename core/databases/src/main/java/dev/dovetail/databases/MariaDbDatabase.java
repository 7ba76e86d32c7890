package dev.dovetail.databases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;

/** A database on the one MariaDB server, watched through the process list and InnoDB's status. */
final class MariaDbDatabase extends ServerDatabase {

    private static final Pattern TRANSACTION =
            Pattern.compile("---TRANSACTION ([^,]+), ACTIVE(?:(?!---TRANSACTION).)*?thread id (\\d+)", Pattern.DOTALL);

    private final MariaDbServer server;

    MariaDbDatabase(MariaDbServer server, Address address) {
        super(TestEngine.MARIADB, server.version(), address);
        this.server = server;
    }

    /** InnoDB's status, because {@code innodb_trx} shows what was true up to a tenth of a second ago. */
    @Override
    List<Open> transactions() throws SQLException {
        List<Open> sessions = sessions();
        String status = server.list(row -> row.getString(3), "show engine innodb status")
                .get(0);
        return TRANSACTION
                .matcher(status)
                .results()
                .flatMap(active -> sessions.stream()
                        .filter(session -> session.id().equals(active.group(2)))
                        .map(session -> new Open(
                                session.id() + " " + active.group(1),
                                session.description() + ", transaction " + active.group(1))))
                .toList();
    }

    @Override
    List<Open> sessions() throws SQLException {
        return server.list(
                row -> new Open(row.getString(1), describe(row)),
                "select id, user, command, time_ms, info from information_schema.processlist where db = ?",
                name());
    }

    private static String describe(ResultSet row) throws SQLException {
        return "session " + row.getString(1) + " (" + row.getString(2) + "), " + row.getString(3) + " for "
                + row.getString(4) + " ms" + (row.getString(5) == null ? "" : ", running: " + row.getString(5));
    }

    @Override
    boolean end(Open open) throws SQLException {
        try {
            server.run("kill connection " + open.id().split(" ")[0]);
        } catch (SQLException e) {
            return e.getErrorCode() == 1094; // no such thread: it has ended meanwhile
        }
        return true;
    }

    @Override
    Restore remember() throws SQLException {
        return new MariaDbRows(server, name())::restore;
    }

    @Override
    void drop() throws SQLException {
        for (Open open : sessions()) {
            end(open);
        }
        server.run("drop database if exists " + name());
    }
}
