package dev.dovetail.migrations.execution;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.statement.Statements;
import dev.dovetail.migrations.catalog.InvalidIndex;
import dev.dovetail.migrations.error.ScriptFailedException;
import dev.dovetail.migrations.history.HistoryRow;
import dev.dovetail.migrations.sql.SqlStatement;
import dev.dovetail.migrations.sql.StatementSplitter;
import dev.dovetail.migrations.sql.UnterminatedException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.zip.CRC32;

/** The statements of one script. */
final class ScriptBody implements StepBody {

    private final Engine engine;
    private final Step step;
    private final boolean inTransaction;
    private final List<SqlStatement> statements;

    /**
     * Reads a script.
     *
     * @throws dev.dovetail.migrations.error.MigrationException if something in it is not closed, or it begins or ends
     *     transactions where it must not
     */
    ScriptBody(Engine engine, Step step, boolean inTransaction) {
        this.engine = engine;
        this.step = step;
        this.inTransaction = inTransaction;
        try {
            this.statements = StatementSplitter.split(step.script().text(), engine);
        } catch (UnterminatedException failure) {
            throw ScriptRunErrors.unterminated(step.script(), failure);
        }
        TransactionControl.check(step.script(), statements, inTransaction);
    }

    @Override
    public boolean inTransaction() {
        return inTransaction;
    }

    @Override
    public void run(Connection connection, int first) {
        for (int i = first; i < statements.size(); i++) {
            SqlStatement sql = statements.get(i);
            Statements.record(sql.text());
            try (Statement statement = connection.createStatement()) {
                // Braces in a script are its own.
                statement.setEscapeProcessing(false);
                statement.execute(sql.text());
            } catch (SQLException failure) {
                throw refused(connection, i, failure);
            }
        }
    }

    private RuntimeException refused(Connection connection, int index, SQLException failure) {
        SqlStatement sql = statements.get(index);
        List<InvalidIndex> left = inTransaction ? List.of() : leftBy(connection, sql);
        ScriptFailedException explained =
                ScriptRunErrors.failed(step, engine, sql, index, statements.size(), inTransaction, left, failure);
        return inTransaction ? explained : new RefusedStatement(explained, index, checksum(index));
    }

    @Override
    public int firstToRun(HistoryRow unfinished) {
        Integer done = unfinished.type().done();
        if (done == null) {
            throw PlanErrors.notKnownHowFar(unfinished, step.revision());
        }
        Integer checksum = unfinished.checksum();
        if (done > statements.size() || checksum == null || checksum != checksum(done)) {
            throw ScriptRunErrors.changedBefore(step.script(), done);
        }
        return done;
    }

    /** PostgreSQL keeps an index that could not be built: of no use, but its name is taken. */
    @Override
    public void clearBefore(Connection connection, int first) throws SQLException {
        if (first < statements.size()) {
            for (InvalidIndex index : leftBy(connection, statements.get(first))) {
                Statements.record(index.dropStatement());
                try (Statement statement = connection.createStatement()) {
                    statement.execute(index.dropStatement());
                }
            }
        }
    }

    private List<InvalidIndex> leftBy(Connection connection, SqlStatement sql) {
        if (!sql.startsWith("CREATE", "INDEX") && !sql.startsWith("CREATE", "UNIQUE", "INDEX")) {
            return List.of();
        }
        try {
            return InvalidIndex.find(connection, engine).stream()
                    .filter(index -> index.isMentionedIn(sql.text()))
                    .toList();
        } catch (SQLException unknown) {
            return List.of();
        }
    }

    private int checksum(int count) {
        CRC32 crc = new CRC32();
        for (SqlStatement statement : statements.subList(0, count)) {
            crc.update(statement.text().getBytes(StandardCharsets.UTF_8));
            crc.update(';');
        }
        return (int) crc.getValue();
    }
}
