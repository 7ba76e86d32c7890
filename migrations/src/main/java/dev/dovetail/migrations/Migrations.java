package dev.dovetail.migrations;

import dev.dovetail.core.Database;
import dev.dovetail.migrations.result.HistoryEntry;
import dev.dovetail.migrations.result.MigrationRun;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The schema versions of a database. Scripts lie in one folder per engine,
 * {@code db/migration/<engine>/V20261120_101800__add_orders.sql}, each with the way back beside it,
 * {@code U20261120_101800__add_orders.sql}; the V scripts are valid Flyway migrations. What was applied stands in the
 * table {@code dovetail_schema_history}.
 *
 * <p>A run waits for other processes that migrate the same database, and looks again at what they did. Each script is
 * one transaction together with its row in the history, on the engines that can take back DDL (PostgreSQL, SQLite); on
 * the others (MariaDB, MySQL, H2) each statement is on its own, and a script that fails is recorded as failed.
 *
 * <p>Targets are as in Alembic: {@code head}, {@code base}, {@code +N}, {@code -N}, or the beginning of a revision's id.
 * Scripts are read anew by each call. Thread-safe. Calls inside a transaction of the same database are refused.
 *
 * <p>Every method throws {@link dev.dovetail.migrations.error.MigrationException} with a code of
 * {@link dev.dovetail.migrations.error.MigrationError} if scripts or database are not in order, and the exceptions of
 * {@code dev.dovetail.core.error} if the database fails.
 */
public interface Migrations {

    /** Migrations of a database, from {@code classpath:db/migration}. */
    static Migrations of(Database database) {
        return of(database, options -> {});
    }

    /** Migrations of a database, with options. */
    static Migrations of(Database database, Consumer<MigrationOptions> options) {
        MigrationOptions chosen = new MigrationOptions();
        options.accept(chosen);
        return new ScriptedMigrations(database.access(), chosen);
    }

    /** Applies every script that was not applied, the same as {@code upgrade("head")}. If there is none it costs two queries. */
    MigrationRun upgrade();

    /**
     * Applies scripts up to and with the target: {@code head}, {@code +N}, or a revision (nothing happens if that is
     * applied already).
     *
     * @throws dev.dovetail.migrations.error.ScriptFailedException if the engine refuses a statement; the scripts before
     *     it stay applied
     */
    MigrationRun upgrade(String target);

    /** Takes back the last revision, the same as {@code downgrade("-1")}. */
    MigrationRun downgrade();

    /**
     * Takes back revisions, newest first, down to the target, which stays: {@code base}, {@code -N}, or an applied
     * revision. Nothing runs if one of them has no downgrade script.
     *
     * @throws dev.dovetail.migrations.error.ScriptFailedException if the engine refuses a statement
     */
    MigrationRun downgrade(String target);

    /**
     * Makes the history say that the database is at the target, without running anything: for tables that were there
     * before, and after a repair by hand. Failed rows, and rows without script, go; checksums become those of now.
     *
     * @param target {@code head}, {@code base} or a revision
     */
    void stamp(String target);

    /** The newest revision that is applied; empty if none is. */
    Optional<HistoryEntry> current();

    /** Every revision, oldest first, applied or not. */
    List<HistoryEntry> history();
}
