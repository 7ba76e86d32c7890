package dev.dovetail.databases;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** A MariaDB server, however it was started. One connection of its own administers it. */
final class MariaDbServer implements Server {

    /** Ends the server itself. */
    interface Stop {
        void stop() throws Exception;
    }

    private static final String USER = "dovetail";
    private static final String PASSWORD = "dovetail";

    static final List<String> CREATE_USER = List.of(
            "create user '" + USER + "'@'127.0.0.1' identified by '" + PASSWORD + "';",
            "grant all on *.* to '" + USER + "'@'127.0.0.1' with grant option;");

    /** Text compares by code point, as on the other engines; nothing has to survive a power cut. */
    static final List<String> OPTIONS = List.of(
            "--bind-address=127.0.0.1",
            "--skip-name-resolve",
            "--character-set-server=utf8mb4",
            "--collation-server=utf8mb4_bin",
            "--default-time-zone=+00:00",
            "--max-connections=300",
            // Ten megabytes of bytes are twice as many in a statement's text.
            "--max-allowed-packet=64M",
            "--innodb-flush-log-at-trx-commit=0");

    private final int port;
    private final String how;
    private final Stop stop;
    private final Connection admin;
    private final String version;

    MariaDbServer(int port, String how, Stop stop) throws SQLException {
        this.port = port;
        this.how = how;
        this.stop = stop;
        this.admin = DriverManager.getConnection(jdbcUrl(""), USER, PASSWORD);
        this.version = Sql.text(admin, "select version()").split("-")[0];
    }

    private String jdbcUrl(String name) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + name;
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
        run("create database " + name + " character set utf8mb4 collate utf8mb4_bin");
        String url = "mariadb://" + USER + ":" + PASSWORD + "@127.0.0.1:" + port + "/" + name;
        return new MariaDbDatabase(this, new ServerDatabase.Address(name, url, jdbcUrl(name), USER, PASSWORD));
    }

    synchronized void run(String statement) throws SQLException {
        Sql.run(admin, statement);
    }

    /** In a session that does not look at foreign keys meanwhile. */
    synchronized void runWithoutForeignKeys(List<String> statements) throws SQLException {
        Sql.between(
                admin,
                "set foreign_key_checks = 0, lock_wait_timeout = 1, innodb_lock_wait_timeout = 1",
                statements,
                "set foreign_key_checks = 1");
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
