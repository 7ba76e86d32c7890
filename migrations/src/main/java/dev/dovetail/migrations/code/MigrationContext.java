package dev.dovetail.migrations.code;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.migrations.backfill.Backfill;
import java.sql.Connection;
import org.jooq.DSLContext;

/** What a {@link JavaMigration} works with. For the thread and the time of one step. */
public interface MigrationContext {

    /** The engine of the database. */
    Engine engine();

    /**
     * The connection of the step. In a step with a transaction, it refuses to commit, roll back, change auto-commit or
     * close: the step does that. Foreign keys are off on SQLite, and checked before the commit.
     */
    Connection connection();

    /** jOOQ on that connection. */
    DSLContext sql();

    /**
     * A backfill on that connection, in batches that are transactions of their own.
     *
     * @param name under which its progress is kept
     * @throws dev.dovetail.migrations.error.MigrationException in a step with a transaction: the header has to say
     *     {@code transaction = false}
     */
    Backfill backfill(String name);
}
