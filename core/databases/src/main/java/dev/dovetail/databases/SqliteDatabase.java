package dev.dovetail.databases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/** A file. SQLite lists neither sessions nor transactions, so the check looks at locks and open files instead. */
final class SqliteDatabase extends ServerDatabase {

    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    private final Path folder;
    private final Path file;

    SqliteDatabase(String version, Path folder, String name) {
        super(TestEngine.SQLITE, version, address(folder.resolve(name)));
        this.folder = folder;
        this.file = folder.resolve(name);
    }

    private static Address address(Path file) {
        String path = file.toString().replace('\\', '/');
        return new Address(String.valueOf(file.getFileName()), "sqlite:///" + path, "jdbc:sqlite:" + path, "", "");
    }

    @Override
    List<Open> transactions() {
        return Files.exists(file) && isBusy()
                ? List.of(new Open("lock", "a lock on " + name() + " (SQLite does not say whose)"))
                : List.of();
    }

    /**
     * Writing the user version that is already there makes a reader visible that began on a fully checkpointed log,
     * which the checkpoint alone would not wait for.
     */
    private boolean isBusy() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(0);
        try (Connection connection = config.createConnection(jdbcUrl())) {
            if (!Sql.text(connection, "pragma journal_mode").equalsIgnoreCase("wal")) {
                Sql.run(connection, "begin exclusive", "rollback");
                return false;
            }
            Sql.run(connection, "pragma user_version = " + Sql.text(connection, "pragma user_version"));
            return !Sql.text(connection, "pragma wal_checkpoint(truncate)").equals("0");
        } catch (SQLException e) {
            int code = e.getErrorCode() & 0xff;
            // Anything else (not a database, damaged on purpose) says nothing about locks.
            return code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code;
        }
    }

    @Override
    List<Open> sessions() throws SQLException {
        if (!Files.isDirectory(OPEN_FILES)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(OPEN_FILES)) {
            return files.map(SqliteDatabase::target)
                    .filter(Objects::nonNull)
                    .filter(target -> target.startsWith(folder.toString()))
                    .map(target -> new Open(target, "open file " + target))
                    .toList();
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    private static @Nullable String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return null; // closed in the meantime
        }
    }

    @Override
    boolean end(Open open) {
        return false;
    }

    /** A copy of the file; its pages are copied back under the eyes of open connections, which read anew. */
    @Override
    Restore remember() throws SQLException {
        Path copy = folder.resolve("checkpoint.db");
        copy("backup to ", copy);
        return () -> copy("restore from ", copy);
    }

    private void copy(String command, Path other) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
        config.setBusyTimeout(1_000);
        try (Connection connection = config.createConnection(jdbcUrl())) {
            // The driver does not say so if somebody's lock kept it from copying.
            Sql.run(connection, "begin exclusive", "rollback", command + "'" + other + "'");
        }
    }

    @Override
    void drop() throws IOException {
        Folders.delete(folder);
    }
}
