package dev.dovetail.migrations.history;

import static org.jooq.impl.DSL.val;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.statement.Statements;
import dev.dovetail.migrations.graph.Revision;
import dev.dovetail.migrations.revision.RevisionId;
import dev.dovetail.migrations.script.Script;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.conf.ParamType;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;

/** Reads and writes the history table, in whatever transaction its connection is. */
public final class HistoryTable {

    /** The name of the table. */
    public static final String NAME = HistoryColumns.NAME;

    private static final List<String> OWN_TABLES = List.of(NAME, "dovetail_schema_lock", "dovetail_backfill");

    private final Engine engine;
    private final HistoryColumns columns;

    /** For a database of an engine. */
    public HistoryTable(Engine engine) {
        this(engine, NAME);
    }

    /** For a table of the same form with another name. */
    HistoryTable(Engine engine, String name) {
        this.engine = engine;
        this.columns = new HistoryColumns(engine, name);
    }

    /**
     * Reads everything.
     *
     * @throws SQLException if the database does
     * @throws dev.dovetail.migrations.error.MigrationException if there is no history, but there are other tables
     */
    public History read(Connection connection) throws SQLException {
        if (Catalog.contains(connection, engine, NAME)) {
            return readRows(connection);
        }
        List<String> others = Catalog.tables(connection, engine).stream()
                .filter(name -> !OWN_TABLES.contains(name))
                .toList();
        if (others.isEmpty()) {
            return History.empty();
        }
        // Whoever looks without the lock may have missed the history that another process made with its first tables.
        if (Catalog.contains(connection, engine, NAME)) {
            return readRows(connection);
        }
        throw HistoryErrors.notEmpty(others);
    }

    /** Like {@link #read}, but a database that is not empty has an empty history. */
    public History readWhateverIsThere(Connection connection) throws SQLException {
        return Catalog.contains(connection, engine, NAME) ? readRows(connection) : History.empty();
    }

    /** Creates the table unless it exists. */
    public void create(Connection connection) throws SQLException {
        if (!Catalog.contains(connection, engine, NAME)) {
            run(connection, columns::create);
        }
    }

    /** Adds a row. */
    public void insert(Connection connection, HistoryRow row) throws SQLException {
        run(
                connection,
                sql -> sql.insertInto(columns.table)
                        .set(columns.rank, row.rank())
                        .set(columns.version, row.revision().dotted())
                        .set(columns.description, row.description())
                        .set(columns.type, row.type().toString())
                        .set(columns.script, row.script())
                        .set(columns.checksum, row.checksum())
                        .set(columns.installedBy, row.installedBy())
                        .set(
                                columns.installedOn,
                                row.installedOn().atOffset(ZoneOffset.UTC).toLocalDateTime())
                        .set(
                                columns.executionTime,
                                Math.toIntExact(row.elapsed().toMillis()))
                        .set(columns.success, row.success())
                        .execute());
    }

    /** Replaces the row of the same rank. */
    public void replace(Connection connection, HistoryRow row) throws SQLException {
        delete(connection, row);
        insert(connection, row);
    }

    /** Removes a row. */
    public void delete(Connection connection, HistoryRow row) throws SQLException {
        run(
                connection,
                sql -> sql.deleteFrom(columns.table)
                        .where(columns.rank.eq(row.rank()))
                        .execute());
    }

    /** What {@link #create} would run, for a script. */
    public String createStatement() {
        return columns.createStatement(offline());
    }

    /** What {@link #insert} would run for a revision, for a script: at the time when that runs. */
    public String insertStatement(Revision revision, int rank) {
        Script script = revision.upgrade();
        return offline()
                .insertInto(columns.table)
                .columns(
                        columns.rank,
                        columns.version,
                        columns.description,
                        columns.type,
                        columns.script,
                        columns.checksum,
                        columns.installedBy,
                        columns.installedOn,
                        columns.executionTime,
                        columns.success)
                .values(
                        val(rank),
                        val(revision.id().dotted()),
                        val(revision.description()),
                        val(RowType.SQL.toString()),
                        val(script.path()),
                        val(script.checksum()),
                        val("offline"),
                        columns.now(),
                        val(0),
                        val(true))
                .getSQL(ParamType.INLINED);
    }

    /** What {@link #delete} would run for a revision, for a script. */
    public String deleteStatement(Revision revision) {
        return offline()
                .deleteFrom(columns.table)
                .where(columns.version.eq(revision.id().dotted()))
                .getSQL(ParamType.INLINED);
    }

    private DSLContext offline() {
        return DSL.using(engine.dialect());
    }

    History readRows(Connection connection) throws SQLException {
        List<HistoryRow> rows = new ArrayList<>();
        int lastRank = 0;
        Result<Record> result = run(
                connection,
                sql -> sql.select(columns.all())
                        .from(columns.table)
                        .orderBy(columns.rank)
                        .fetch());
        for (Record record : result) {
            lastRank = record.get(columns.rank);
            String version = record.get(columns.version);
            if (version != null && RevisionId.isValid(version)) {
                rows.add(row(record, RevisionId.of(version)));
            }
        }
        return new History(rows, lastRank);
    }

    private HistoryRow row(Record record, RevisionId revision) {
        Instant installedOn = record.get(columns.installedOn).toInstant(ZoneOffset.UTC);
        return new HistoryRow(
                record.get(columns.rank),
                revision,
                record.get(columns.description),
                record.get(columns.script),
                record.get(columns.checksum),
                record.get(columns.installedBy),
                installedOn,
                Duration.ofMillis(record.get(columns.executionTime)),
                RowType.parse(record.get(columns.type)),
                record.get(columns.success));
    }

    private <T> T run(Connection connection, SqlWork<T> work) throws SQLException {
        DSLContext sql = DSL.using(new DefaultConfiguration()
                .set(connection)
                .set(engine.dialect())
                .set(new Settings().withExecuteLogging(false))
                .set(ExecuteListener.onExecuteStart(HistoryTable::announce)));
        try {
            return work.run(sql);
        } catch (DataAccessException failure) {
            if (failure.getCause() instanceof SQLException cause) {
                throw cause;
            }
            throw failure;
        }
    }

    private static void announce(ExecuteContext context) {
        String sql = context.sql();
        if (sql != null) {
            Statements.record(sql);
        }
    }

    private interface SqlWork<T> {
        T run(DSLContext sql);
    }
}
