package dev.dovetail.migrations;

import dev.dovetail.core.Database;
import dev.dovetail.core.engine.Engine;
import dev.dovetail.migrations.autogenerate.Detected;
import dev.dovetail.migrations.autogenerate.GenerateOptions;
import dev.dovetail.migrations.autogenerate.Generated;
import dev.dovetail.migrations.autogenerate.model.SchemaModel;
import dev.dovetail.migrations.backfill.Backfill;
import dev.dovetail.migrations.backfill.BackfillProgress;
import dev.dovetail.migrations.diagram.DiagramFormat;
import dev.dovetail.migrations.doctor.Diagnosis;
import dev.dovetail.migrations.lint.LintReport;
import dev.dovetail.migrations.result.HistoryEntry;
import dev.dovetail.migrations.result.MigrationRun;
import dev.dovetail.migrations.result.RevisionInfo;
import java.nio.file.Path;
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
 * <p>Targets are as in Alembic: {@code head}, {@code heads}, {@code base}, {@code +N}, {@code -N}, {@code label@head}, a
 * label, or the beginning of a revision's id. A revision may also be a class, a
 * {@link dev.dovetail.migrations.code.JavaMigration}, in the package {@code db.migration}. Scripts are read anew by each call. Thread-safe. Calls inside a transaction of the same database are refused.
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
     * Applies scripts up to and with the target: {@code head}, {@code heads}, {@code label@head}, {@code +N}, or a revision
     * (nothing happens if that is applied already).
     *
     * @throws dev.dovetail.migrations.error.ScriptFailedException if the engine refuses a statement; the scripts before
     *     it stay applied
     */
    MigrationRun upgrade(String target);

    /** Takes back the last revision, the same as {@code downgrade("-1")}. */
    MigrationRun downgrade();

    /**
     * Takes back revisions, newest first, down to the target, which stays: {@code base}, {@code -N}, or an applied
     * revision; {@code label@base} takes back a branch. Nothing runs if one of them has no downgrade script.
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

    /**
     * Takes over the history of a project that comes from Flyway: what Flyway applied counts as applied, with its checksums,
     * times and users; so does everything up to a baseline. Flyway's table stays as it is.
     *
     * @param table the name of Flyway's table, usually {@code flyway_schema_history}
     * @throws dev.dovetail.migrations.error.MigrationException if there is no such table, a script failed under Flyway, a
     *     script that it applied is not here, or this database has a history of its own already
     */
    void stampFromFlyway(String table);

    /**
     * Goes on after a script that stopped outside a transaction: from the statement that was refused, which may have been
     * corrected since, to its end, and then to the head. A migration in Java is run again from its start. An index that
     * CREATE INDEX CONCURRENTLY left behind invalid is removed before it is built again. Where nothing stopped, it is an
     * {@link #upgrade()}.
     *
     * @throws dev.dovetail.migrations.error.MigrationException if nobody wrote down how far the script came (its process
     *     was killed), or what took effect was edited
     */
    MigrationRun resume();

    /**
     * A change of many rows in batches, each a transaction of its own; it can be stopped and goes on where it was.
     *
     * @param name under which its progress is kept, in the table {@code dovetail_backfill}
     */
    Backfill backfill(String name);

    /** How every backfill stands, by name. */
    List<BackfillProgress> backfills();

    /** The newest revision that is applied; empty if none is. */
    Optional<HistoryEntry> current();

    /** Every revision, oldest first, applied or not. */
    List<HistoryEntry> history();

    /**
     * Finds what the model has and the scripts do not make, and writes a new revision that does, for every engine that has
     * a folder. It is done on scratch databases; the scripts are written if, and only if, they were proven: up from what
     * the scripts make leads exactly to the model, down leads exactly back, and up again. Nothing is written if nothing
     * differs.
     *
     * @param message what changes, in a few words: it becomes a part of the names of the files
     * @throws dev.dovetail.migrations.error.MigrationException if data would be lost and that is not allowed, or the proof
     *     fails, or no scratch database can be made
     */
    default Generated migrate(String message, SchemaModel model) {
        return migrate(message, model, options -> {});
    }

    /** Like {@link #migrate(String, SchemaModel)}, with options. */
    Generated migrate(String message, SchemaModel model, Consumer<GenerateOptions> options);

    /** Likewise without writing or proving anything: what differs between scripts and model, for each engine. */
    List<Detected> detect(SchemaModel model, Consumer<GenerateOptions> options);

    /**
     * Looks whether the scripts lead to the model: for a build server.
     *
     * @throws dev.dovetail.migrations.error.MigrationException listing what is missing
     */
    void check(SchemaModel model);

    /** What differs between this database, as it is, and the model. The scripts do not matter, and nothing is changed. */
    Detected diff(SchemaModel model);

    /** Makes the folders of engines in the first location that is on disk, and returns those that were not there. */
    List<Path> init(Engine... engines);

    /** Writes an empty revision behind the head, up and down, for every engine that has a folder. */
    List<Path> revision(String message);

    /**
     * Writes a revision that joins all heads.
     *
     * @throws dev.dovetail.migrations.error.MigrationException if there are not several
     */
    List<Path> merge(String message);

    /** The revisions that no other one follows: one, or more if branches of the project both added some. */
    List<RevisionInfo> heads();

    /** One revision with its scripts: {@code head}, an id, or the beginning of one. */
    RevisionInfo show(String target);

    /**
     * The statements of a range of revisions as one script with its rows in the history, to be run elsewhere.
     *
     * @param range {@code FROM:TO}, each as a target of {@link #show} or {@code base}; a range that goes backwards is a
     *     downgrade. Without a colon it begins at the base
     */
    String sql(String range);

    /** Looks through the scripts that are pending in this database, the same as {@code lint("pending")}. */
    default LintReport lint() {
        return lint("pending");
    }

    /**
     * Looks through upgrade scripts for what locks, rewrites, loses data or breaks instances that run. Nothing is run.
     *
     * @param scope {@code pending} for what this database lacks; {@code all}, or a target of {@link #show}, for every
     *     engine that has a folder, and without a look at the database
     */
    LintReport lint(String scope);

    /** Every revision with its scripts, each after those it follows. Several heads are no error. */
    List<RevisionInfo> revisions();

    /** Looks for what is not in order with database, scripts, history and lock, and for what killed processes left. */
    Diagnosis doctor();

    /**
     * Drops scratch databases on this server that nobody is connected to, and deletes Dovetail's temporary folders that were
     * not used for a day.
     *
     * @return what was removed, for people
     */
    List<String> removeLeftovers();

    /** Draws the tables of this database, as it is. */
    String diagram(DiagramFormat format);

    /** Draws the tables that a model asks for on an engine; this database is not looked at. */
    String diagram(DiagramFormat format, SchemaModel model, Engine engine);
}
