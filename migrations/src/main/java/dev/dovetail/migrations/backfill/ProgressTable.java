package dev.dovetail.migrations.backfill;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.statement.Statements;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table in which backfills keep how far they are. Times are milliseconds since 1970. */
final class ProgressTable {

    static final String NAME = "dovetail_backfill";

    private static final String COLUMNS = "name, checksum, table_name, last_key, upper_key, total_rows, seen_rows,"
            + " changed_rows, batches, started_on, updated_on, finished";
    private static final String CREATE = "create table " + NAME + " (name varchar(100) not null primary key,"
            + " checksum integer not null, table_name varchar(200) not null, last_key varchar(1000),"
            + " upper_key varchar(1000), total_rows bigint not null, seen_rows bigint not null,"
            + " changed_rows bigint not null, batches bigint not null, started_on bigint not null,"
            + " updated_on bigint not null, finished integer not null)";

    private final Engine engine;

    ProgressTable(Engine engine) {
        this.engine = engine;
    }

    boolean exists(Connection connection) throws SQLException {
        return query(
                connection,
                switch (engine) {
                    case SQLITE -> "select 1 from sqlite_master where type = 'table' and name = '" + NAME + "'";
                    case POSTGRESQL ->
                        "select 1 from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace"
                                + " where n.nspname = current_schema() and c.relname = '" + NAME + "'";
                    case H2 ->
                        "select 1 from information_schema.tables where table_schema = schema() and lower(table_name) = '"
                                + NAME + "'";
                    case MARIADB, MYSQL ->
                        "select 1 from information_schema.tables where table_schema = database()"
                                + " and table_name = '" + NAME + "'";
                });
    }

    void create(Connection connection) throws SQLException {
        if (exists(connection)) {
            return;
        }
        Statements.record(CREATE);
        try (Statement statement = connection.createStatement()) {
            statement.execute(CREATE);
        } catch (SQLException failure) {
            // Another process may have been faster.
            if (!exists(connection)) {
                throw failure;
            }
        }
    }

    /** Adds a row, unless another process has done so. */
    void begin(Connection connection, Row row) throws SQLException {
        String sql = "insert into " + NAME + " (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        Statements.record(sql);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            BackfillProgress progress = row.progress();
            statement.setString(1, progress.name());
            statement.setInt(2, row.checksum());
            statement.setString(3, progress.table());
            statement.setString(4, row.lastKey());
            statement.setString(5, row.upperKey());
            statement.setLong(6, progress.total());
            statement.setLong(7, progress.seen());
            statement.setLong(8, progress.changed());
            statement.setLong(9, progress.batches());
            statement.setLong(10, progress.startedOn().toEpochMilli());
            statement.setLong(11, progress.updatedOn().toEpochMilli());
            statement.setInt(12, progress.finished() ? 1 : 0);
            statement.executeUpdate();
        } catch (SQLException failure) {
            if (read(connection, progressName(row), false) == null) {
                throw failure;
            }
        }
    }

    private static String progressName(Row row) {
        return row.progress().name();
    }

    /** The row of a backfill, held until the end of the transaction if it is to be changed; null if it has not begun. */
    @Nullable
    Row read(Connection connection, String name, boolean forUpdate) throws SQLException {
        // On SQLite the transaction itself is the lock.
        String sql = "select " + COLUMNS + " from " + NAME + " where name = ?"
                + (forUpdate && engine != Engine.SQLITE ? " for update" : "");
        Statements.record(sql);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? row(rows) : null;
            }
        }
    }

    List<BackfillProgress> all(Connection connection) throws SQLException {
        List<BackfillProgress> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select " + COLUMNS + " from " + NAME + " order by name")) {
            while (rows.next()) {
                found.add(row(rows).progress());
            }
        }
        return found;
    }

    void update(Connection connection, Row row) throws SQLException {
        String sql =
                "update " + NAME + " set last_key = ?, seen_rows = ?, changed_rows = ?, batches = ?, updated_on = ?,"
                        + " finished = ? where name = ?";
        Statements.record(sql);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            BackfillProgress progress = row.progress();
            statement.setString(1, row.lastKey());
            statement.setLong(2, progress.seen());
            statement.setLong(3, progress.changed());
            statement.setLong(4, progress.batches());
            statement.setLong(5, progress.updatedOn().toEpochMilli());
            statement.setInt(6, progress.finished() ? 1 : 0);
            statement.setString(7, progress.name());
            statement.executeUpdate();
        }
    }

    void delete(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("delete from " + NAME + " where name = ?")) {
            statement.setString(1, name);
            statement.executeUpdate();
        }
    }

    private static boolean query(Connection connection, String sql) throws SQLException {
        Statements.record(sql);
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next();
        }
    }

    private static Row row(ResultSet rows) throws SQLException {
        return new Row(
                rows.getInt(2),
                rows.getString(4),
                rows.getString(5),
                new BackfillProgress(
                        rows.getString(1),
                        rows.getString(3),
                        rows.getLong(6),
                        rows.getLong(7),
                        rows.getLong(8),
                        rows.getLong(9),
                        Instant.ofEpochMilli(rows.getLong(10)),
                        Instant.ofEpochMilli(rows.getLong(11)),
                        rows.getInt(12) != 0));
    }

    /**
     * A row.
     *
     * @param checksum of what the backfill does
     * @param lastKey the last key that is done, as text; null before the first batch
     * @param upperKey the highest key when it began; null if the table was empty
     */
    record Row(
            int checksum,
            @Nullable String lastKey,
            @Nullable String upperKey,
            BackfillProgress progress) {

        Row after(String key, long seen, long changed) {
            return new Row(
                    checksum,
                    key,
                    upperKey,
                    new BackfillProgress(
                            progress.name(),
                            progress.table(),
                            progress.total(),
                            progress.seen() + seen,
                            progress.changed() + changed,
                            progress.batches() + 1,
                            progress.startedOn(),
                            Instant.now(),
                            false));
        }

        Row ended() {
            return new Row(
                    checksum,
                    lastKey,
                    upperKey,
                    new BackfillProgress(
                            progress.name(),
                            progress.table(),
                            progress.total(),
                            progress.seen(),
                            progress.changed(),
                            progress.batches(),
                            progress.startedOn(),
                            Instant.now(),
                            true));
        }
    }
}
