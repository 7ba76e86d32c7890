package dev.dovetail.migrations.doctor;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.spi.DatabaseAccess;
import dev.dovetail.migrations.doctor.Complaint.Kind;
import dev.dovetail.migrations.scratch.ScratchDatabases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Scratch databases on the server that nobody is connected to, and temporary folders that nobody has used for a day. Those
 * of a process that still works are left alone: it is connected as long as it needs them.
 */
public final class Leftovers {

    private static final String REMOVE = "dovetail doctor --remove-leftovers";
    private static final Duration UNUSED = Duration.ofDays(1);
    private static final List<String> FOLDERS = List.of("dovetail-proof", "dovetail-memory-");

    private final DatabaseAccess access;
    private final Path temporary;

    /** Of the server of a database, and in this machine's folder for temporary files. */
    public Leftovers(DatabaseAccess access) {
        this(access, Path.of(System.getProperty("java.io.tmpdir")));
    }

    Leftovers(DatabaseAccess access, Path temporary) {
        this.access = access;
        this.temporary = temporary;
    }

    List<Leftover> find() {
        List<Leftover> found = new ArrayList<>();
        databases()
                .forEach(name -> found.add(new Leftover(
                        name,
                        null,
                        new Complaint(
                                Kind.SCRATCH_DATABASE,
                                "Scratch database " + name + " is still there and nobody is connected to it.",
                                REMOVE))));
        folders()
                .forEach(folder -> found.add(new Leftover(
                        null,
                        folder,
                        new Complaint(
                                Kind.TEMPORARY_FOLDER,
                                "Temporary folder " + folder + " was not used for a day.",
                                REMOVE))));
        return found;
    }

    /**
     * Removes all that {@link #find} finds.
     *
     * @return what was removed, for people
     */
    public List<String> remove() {
        List<String> removed = new ArrayList<>();
        for (Leftover leftover : find()) {
            String database = leftover.database();
            Path folder = leftover.folder();
            if (database != null) {
                drop(database);
                removed.add("database " + database);
            } else if (folder != null) {
                delete(folder);
                removed.add("folder " + folder);
            }
        }
        return removed;
    }

    private List<String> databases() {
        String pattern = ScratchDatabases.PREFIX.replace("_", "\\_") + "%";
        return switch (access.engine()) {
            case SQLITE, H2 -> List.of();
            case POSTGRESQL ->
                names(
                        "select d.datname from pg_catalog.pg_database d where d.datname like '" + pattern
                                + "' and not exists (select 1 from pg_catalog.pg_stat_activity a where a.datid = d.oid) order by 1");
            case MARIADB, MYSQL ->
                names("select s.schema_name from information_schema.schemata s where s.schema_name like '"
                        + pattern.replace("\\", "\\\\")
                        + "' and not exists (select 1 from information_schema.processlist p where p.db = s.schema_name)"
                        + " order by 1");
        };
    }

    private List<String> names(String query) {
        List<String> names = new ArrayList<>();
        try (Connection connection = access.openConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        } catch (SQLException failure) {
            throw access.translate(failure, query);
        }
        return names;
    }

    /** The name was found by its prefix; what follows it is quoted. */
    private void drop(String name) {
        String quote = access.engine() == Engine.POSTGRESQL ? "\"" : "`";
        String sql = "drop database if exists " + quote + name.replace(quote, quote + quote) + quote;
        try (Connection connection = access.openConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw access.translate(failure, sql);
        }
    }

    private List<Path> folders() {
        try (Stream<Path> children = Files.list(temporary)) {
            return children.filter(path -> FOLDERS.stream()
                            .anyMatch(prefix -> path.getFileName().toString().startsWith(prefix)))
                    .filter(Files::isDirectory)
                    .filter(Leftovers::isUnused)
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException failure) {
            // Somebody else's folder, or one that goes away this moment.
            return List.of();
        }
    }

    private static boolean isUnused(Path folder) {
        Instant limit = Instant.now().minus(UNUSED);
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                if (Files.getLastModifiedTime(path).toInstant().isAfter(limit)) {
                    return false;
                }
            }
            return true;
        } catch (IOException | UncheckedIOException failure) {
            return false;
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
