package dev.dovetail.databases;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** A PostgreSQL server, however it was started. One connection of its own administers it. */
final class PostgresServer implements Server {

    /** Ends the server itself. */
    interface Stop {
        void stop() throws Exception;
    }

    /** What the sessions of this class call themselves: they are no one's leaks. */
    static final String APPLICATION = "dovetail-test-databases";

    private final String host;
    private final int port;
    private final String username;
    private final String password;
    private final String how;
    private final Stop stop;
    private final Connection admin;
    private final String version;
    private final String createOptions;

    PostgresServer(String host, int port, String username, String password, String how, Stop stop) throws SQLException {
        this.host = host;
        this.port = port;
        this.username = username;
        this.password = password;
        this.how = how;
        this.stop = stop;
        this.admin = connect("postgres");
        this.version = Sql.text(admin, "show server_version").split(" ")[0];
        this.createOptions = createOptions(Integer.parseInt(Sql.text(admin, "show server_version_num")));
    }

    /** The same order and letters on every machine: code points, whatever the locale of the server is. */
    private static String createOptions(int version) {
        return " template template0 encoding 'UTF8' "
                + (version >= 170000
                        ? "locale_provider builtin builtin_locale 'C.UTF-8' locale 'C'"
                        : "lc_collate 'C'");
    }

    /** A session of the administrator's. */
    Connection connect(String name) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(name) + "?ApplicationName=" + APPLICATION, username, password);
    }

    private String jdbcUrl(String name) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + name;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public String how() {
        return how;
    }

    @Override
    public ServerDatabase create(String name) throws SQLException {
        run("create database " + name + createOptions);
        String url = "postgresql://" + username + ":" + password + "@" + host + ":" + port + "/" + name;
        return new PostgresDatabase(this, new ServerDatabase.Address(name, url, jdbcUrl(name), username, password));
    }

    synchronized void run(String statement) throws SQLException {
        Sql.run(admin, statement);
    }

    synchronized <T> List<T> list(Sql.Row<T> mapper, String query, Object... values) throws SQLException {
        return Sql.list(admin, mapper, query, values);
    }

    @Override
    public void stop() throws Exception {
        try {
            admin.close();
        } finally {
            stop.stop();
        }
    }
}
