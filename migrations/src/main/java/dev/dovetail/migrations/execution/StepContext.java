package dev.dovetail.migrations.execution;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.core.statement.Statements;
import dev.dovetail.migrations.backfill.Backfill;
import dev.dovetail.migrations.code.MigrationContext;
import dev.dovetail.migrations.error.MigrationError;
import dev.dovetail.migrations.error.MigrationException;
import java.sql.Connection;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;

/** What a migration in Java gets for one step. */
final class StepContext implements MigrationContext {

    private final Engine engine;
    private final Connection own;
    private final Connection connection;
    private final boolean inTransaction;

    StepContext(Engine engine, Connection connection, boolean inTransaction) {
        this.engine = engine;
        this.own = connection;
        this.connection = StepConnection.of(connection, inTransaction);
        this.inTransaction = inTransaction;
    }

    @Override
    public Engine engine() {
        return engine;
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public DSLContext sql() {
        return DSL.using(new DefaultConfiguration()
                .set(connection)
                .set(engine.dialect())
                .set(new Settings().withExecuteLogging(false))
                .set(ExecuteListener.onExecuteStart(StepContext::announce)));
    }

    @Override
    public Backfill backfill(String name) {
        if (inTransaction) {
            throw new MigrationException(new Explanation(
                    MigrationError.BACKFILL_IN_TRANSACTION,
                    "The backfill '" + name + "' was begun in a step that is one transaction.",
                    "its batches have to be transactions of their own, or they would lock everything until the end",
                    "annotate the class with @RevisionHeader(transaction = false)"));
        }
        return Backfill.on(own, engine, name);
    }

    private static void announce(ExecuteContext context) {
        String sql = context.sql();
        if (sql != null) {
            Statements.record(sql);
        }
    }
}
