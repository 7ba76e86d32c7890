package dev.dovetail.maven.generate;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.migrations.execution.Executor;
import dev.dovetail.migrations.graph.RevisionGraph;
import dev.dovetail.migrations.graph.Target;
import dev.dovetail.migrations.history.HistoryTable;
import dev.dovetail.migrations.scratch.ScratchDatabase;
import dev.dovetail.migrations.scratch.ScratchDatabases;
import dev.dovetail.migrations.script.Scripts;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** A scratch database on which the scripts were run, and a connection to it for jOOQ; both gone when it is closed. */
final class Replay implements AutoCloseable {

    private static final Duration LOCK_TIMEOUT = Duration.ofMinutes(1);

    private final ScratchDatabase scratch;
    private final Connection connection;

    private Replay(ScratchDatabase scratch, Connection connection) {
        this.scratch = scratch;
        this.connection = connection;
    }

    /**
     * Runs the scripts for an engine.
     *
     * @param locations separated by commas
     * @param servers URLs beside which a scratch database may be made
     */
    static Replay of(Engine engine, String locations, List<String> servers) {
        List<String> folders =
                Arrays.stream(locations.split(",")).map(String::strip).toList();
        ScratchDatabase scratch = new ScratchDatabases(servers).create(engine);
        try {
            // Classes cannot be compiled before the code that they use is generated; they change data, not tables.
            RevisionGraph graph = RevisionGraph.ofScriptsAlone(Scripts.read(folders, engine));
            new Executor(scratch.access(), graph, LOCK_TIMEOUT, step -> {}).upgrade(Target.HEAD);
            Connection connection = scratch.access().openConnection();
            dropHistory(scratch, connection);
            return new Replay(scratch, connection);
        } catch (Throwable failure) {
            try {
                scratch.close();
            } catch (RuntimeException second) {
                failure.addSuppressed(second);
            }
            throw failure;
        }
    }

    /** Nobody wants code for it; an exclude would come too late here. */
    private static void dropHistory(ScratchDatabase scratch, Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists " + HistoryTable.NAME);
        } catch (SQLException failure) {
            throw scratch.access().translate(failure, null);
        }
    }

    Connection connection() {
        return connection;
    }

    RuntimeException translate(SQLException failure) {
        return scratch.access().translate(failure, null);
    }

    @Override
    public void close() {
        try (ScratchDatabase database = scratch;
                Connection opened = connection) {
            // Both are closed, the connection first.
            return;
        } catch (SQLException failure) {
            throw new IllegalStateException("The scratch database could not be closed", failure);
        }
    }
}
