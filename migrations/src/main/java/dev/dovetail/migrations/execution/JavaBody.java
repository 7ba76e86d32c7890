package dev.dovetail.migrations.execution;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.migrations.code.JavaMigration;
import dev.dovetail.migrations.code.JavaRevision;
import dev.dovetail.migrations.code.ReversibleMigration;
import dev.dovetail.migrations.error.ScriptFailedException;
import dev.dovetail.migrations.history.HistoryRow;
import dev.dovetail.migrations.result.Direction;
import java.sql.Connection;

/** A migration in Java, one way. */
record JavaBody(Engine engine, Step step, JavaRevision java, boolean inTransaction) implements StepBody {

    @Override
    public void run(Connection connection, int first) {
        StepContext context = new StepContext(engine, connection, inTransaction);
        JavaMigration migration = java.migration();
        try {
            if (step.direction() == Direction.UPGRADE) {
                migration.upgrade(context);
            } else if (migration instanceof ReversibleMigration reversible) {
                reversible.downgrade(context);
            }
        } catch (Exception failure) {
            if (failure instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            ScriptFailedException explained = ScriptRunErrors.failedInJava(step, engine, inTransaction, failure);
            throw inTransaction ? explained : new RefusedStatement(explained, 0, 0);
        }
    }

    /** Its author has promised that it can begin anew. */
    @Override
    public int firstToRun(HistoryRow unfinished) {
        return 0;
    }
}
