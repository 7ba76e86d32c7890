package dev.dovetail.databases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** SQLite has no server: a temporary folder, with a folder of its own for each database. */
final class SqliteServer implements Server {

    private final Path folder;
    private final String version;

    private SqliteServer(Path folder, String version) {
        this.folder = folder;
        this.version = version;
    }

    static Server start() throws IOException, SQLException {
        Path folder = Files.createTempDirectory("dovetail-sqlite-").toRealPath();
        return new SqliteServer(folder, Sql.text("jdbc:sqlite::memory:", "", "", "select sqlite_version()"));
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
        try {
            return new SqliteDatabase(version, Files.createDirectory(folder.resolve(name)), name + ".db");
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    @Override
    public void stop() throws IOException {
        Folders.delete(folder);
    }
}
