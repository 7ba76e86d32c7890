package dev.dovetail.databases;

import java.sql.SQLException;

/** H2 in memory: the library in this JVM is the server. */
final class H2Server implements Server {

    private final String version;

    private H2Server(String version) {
        this.version = version;
    }

    static Server start() throws SQLException {
        return new H2Server(Sql.text("jdbc:h2:mem:", "", "", "select h2version()"));
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public String how() {
        return "";
    }

    @Override
    public ServerDatabase create(String name) throws SQLException {
        return new H2Database(version, name);
    }

    @Override
    public void stop() {}
}
