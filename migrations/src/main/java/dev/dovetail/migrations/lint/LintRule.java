package dev.dovetail.migrations.lint;

import static dev.dovetail.core.engine.Engine.H2;
import static dev.dovetail.core.engine.Engine.MARIADB;
import static dev.dovetail.core.engine.Engine.MYSQL;
import static dev.dovetail.core.engine.Engine.POSTGRESQL;
import static dev.dovetail.core.engine.Engine.SQLITE;
import static dev.dovetail.migrations.lint.LintEffect.BREAKS_INSTANCES;
import static dev.dovetail.migrations.lint.LintEffect.IS_REFUSED;
import static dev.dovetail.migrations.lint.LintEffect.IS_UNCLEAR;
import static dev.dovetail.migrations.lint.LintEffect.LOCKS;
import static dev.dovetail.migrations.lint.LintEffect.LOSES_DATA;
import static dev.dovetail.migrations.lint.LintEffect.REWRITES;
import static dev.dovetail.migrations.lint.Severity.ERROR;
import static dev.dovetail.migrations.lint.Severity.NOTE;
import static dev.dovetail.migrations.lint.Severity.WARNING;

import dev.dovetail.core.engine.Engine;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules, each with a stable id, what the statement does, and what to write instead. {@code docs/lint.md} lists them. */
public enum LintRule {
    /** A statement that no rule can judge. */
    NOT_UNDERSTOOD(
            "DVT-L00",
            NOTE,
            IS_UNCLEAR,
            "a statement that no rule knows",
            "look at it yourself: which lock does it take, for how long?",
            Engine.values()),
    /** CREATE INDEX without CONCURRENTLY. */
    INDEX_BLOCKS_WRITES(
            "DVT-L01",
            ERROR,
            LOCKS,
            "an index is built while nobody may write (SHARE lock)",
            "in a script of its own that begins with -- no-transaction: create index concurrently …",
            POSTGRESQL),
    /** A statement that refuses to run in a transaction. */
    NEEDS_NO_TRANSACTION(
            "DVT-L02",
            ERROR,
            IS_REFUSED,
            "a statement that does not run in a transaction",
            "begin the script with the line -- no-transaction, and write nothing else into it",
            POSTGRESQL),
    /** DROP INDEX without CONCURRENTLY. */
    DROP_INDEX_LOCKS(
            "DVT-L03",
            WARNING,
            LOCKS,
            "dropping an index waits for every query on its table, and everybody else waits behind it (ACCESS EXCLUSIVE)",
            "in a script of its own that begins with -- no-transaction: drop index concurrently …",
            POSTGRESQL),
    /** SET NOT NULL without a constraint that proves it. */
    NOT_NULL_SCANS(
            "DVT-L04",
            ERROR,
            LOCKS,
            "every row is looked at while nobody may read or write (ACCESS EXCLUSIVE)",
            "1. alter table <t> add constraint <n> check (<c> is not null) not valid;"
                    + " 2. in the next revision: alter table <t> validate constraint <n>;"
                    + " 3. in the one after it: alter table <t> alter column <c> set not null, drop constraint <n>;",
            POSTGRESQL),
    /** A new column that takes no null and has no default. */
    NOT_NULL_WITHOUT_DEFAULT(
            "DVT-L05",
            ERROR,
            IS_REFUSED,
            "a new column without null and without default: refused as soon as there is a row (MariaDB and MySQL make up a"
                    + " value), and instances that do not know it can insert no more",
            "1. add it with a default, or nullable; 2. release the version that fills it, and fill the old rows in batches;"
                    + " 3. in a later revision make it not null (on PostgreSQL as DVT-L04 says)",
            Engine.values()),
    /** A default that is computed for every row. */
    VOLATILE_DEFAULT(
            "DVT-L06",
            ERROR,
            REWRITES,
            "a new column whose default differs from row to row: the table is rewritten (ACCESS EXCLUSIVE)",
            "1. add the column without default; 2. alter column … set default …, for new rows; 3. fill the old rows in"
                    + " batches",
            POSTGRESQL),
    /** A new column that is computed or numbered, and stored. */
    STORED_COLUMN_ADDED(
            "DVT-L07",
            ERROR,
            REWRITES,
            "a new column that is numbered, or computed and stored: the table is rewritten",
            "add a plain column, let the application or a trigger fill it, fill the old rows in batches; or compute it when"
                    + " reading (a virtual column, an expression index)",
            POSTGRESQL,
            MARIADB,
            MYSQL),
    /** A column with another type. */
    TYPE_CHANGED(
            "DVT-L08",
            ERROR,
            REWRITES,
            "another type: the table is rewritten while nobody may write (on PostgreSQL not even read), and running instances"
                    + " read and write the old one",
            "1. add a column of the new type; 2. release a version that writes both, and fill the old rows in batches;"
                    + " 3. release a version that reads the new one; 4. drop the old one in a later revision",
            POSTGRESQL,
            MARIADB,
            MYSQL,
            H2),
    /** A foreign key that is checked at once. */
    FOREIGN_KEY_VALIDATES(
            "DVT-L09",
            ERROR,
            LOCKS,
            "a foreign key on a table with rows: all are checked while nobody may write to either table",
            "PostgreSQL: 1. alter table <t> add constraint <n> foreign key … not valid; 2. in the next revision: alter table"
                    + " <t> validate constraint <n>. MariaDB and MySQL: check the rows beforehand, then add it with"
                    + " foreign_key_checks = 0, algorithm = inplace",
            POSTGRESQL,
            MARIADB,
            MYSQL),
    /** A check that is made at once. */
    CHECK_VALIDATES(
            "DVT-L10",
            ERROR,
            LOCKS,
            "a check on a table with rows: all are looked at while nobody may write (on PostgreSQL not even read)",
            "PostgreSQL: 1. alter table <t> add constraint <n> check (…) not valid; 2. in the next revision: alter table <t>"
                    + " validate constraint <n>. MariaDB and MySQL: at a quiet time, or by a tool that copies the table",
            POSTGRESQL,
            MARIADB,
            MYSQL),
    /** VALIDATE CONSTRAINT in the transaction that added it. */
    VALIDATED_UNDER_LOCK(
            "DVT-L11",
            ERROR,
            LOCKS,
            "a constraint is validated in the transaction that added it, which still holds the strong lock: NOT VALID gains"
                    + " nothing",
            "write the VALIDATE CONSTRAINT into the next revision",
            POSTGRESQL),
    /** A unique or primary key that builds its index. */
    KEY_BUILDS_INDEX(
            "DVT-L12",
            ERROR,
            LOCKS,
            "a key on a table with rows: its index is built while nobody may read or write (ACCESS EXCLUSIVE)",
            "1. in a script of its own with -- no-transaction: create unique index concurrently <n> on <t> (…); 2. in the next"
                    + " revision: alter table <t> add constraint <n> unique using index <n> (a primary key likewise;"
                    + " its columns must be not null before)",
            POSTGRESQL),
    /** A column with another name. */
    COLUMN_RENAMED(
            "DVT-L13",
            ERROR,
            BREAKS_INSTANCES,
            "instances that run still use the old name of the column",
            "1. add a column with the new name; 2. release a version that writes both, and fill the old rows in batches;"
                    + " 3. release a version that reads the new one; 4. drop the old one in a later revision (dovetail migrate"
                    + " --safe writes these)",
            Engine.values()),
    /** A table with another name. */
    TABLE_RENAMED(
            "DVT-L14",
            ERROR,
            BREAKS_INSTANCES,
            "instances that run still use the old name of the table",
            "PostgreSQL, MariaDB, MySQL: rename it and make a view of the old name in the same script, which takes writes,"
                    + " too; drop the view in a later revision. SQLite: stop the application, or keep the name",
            Engine.values()),
    /** A column that goes. */
    COLUMN_DROPPED(
            "DVT-L15",
            ERROR,
            LOSES_DATA,
            "the values are gone, and instances that run still select the column",
            "1. release a version whose entities do not have it; 2. drop it in a later revision, with -- lint: ignore DVT-L15"
                    + " and since when nobody reads it",
            Engine.values()),
    /** A table that goes. */
    TABLE_DROPPED(
            "DVT-L16",
            ERROR,
            LOSES_DATA,
            "the rows are gone, and instances that run still use the table",
            "1. release a version that does not use it; 2. rename it, and see that nobody misses it; 3. back it up and drop it"
                    + " in a later revision, with -- lint: ignore DVT-L16 and the reason",
            Engine.values()),
    /** TRUNCATE, and DELETE of everything. */
    ROWS_THROWN_AWAY(
            "DVT-L17",
            ERROR,
            LOSES_DATA,
            "every row is thrown away",
            "delete what you mean by a condition, in batches; or say why with -- lint: ignore DVT-L17",
            Engine.values()),
    /** An UPDATE of everything. */
    EVERY_ROW_UPDATED(
            "DVT-L18",
            WARNING,
            LOCKS,
            "every row is written in one transaction: all stay locked until it ends, and so does the room they take",
            "fill rows in batches by key, outside of the migration's transaction (dovetail backfill)",
            Engine.values()),
    /** VACUUM FULL and its like. */
    TABLE_REWRITTEN(
            "DVT-L19",
            ERROR,
            REWRITES,
            "the whole table is rewritten: on PostgreSQL nobody may use it meanwhile, on MariaDB and MySQL replicas fall behind",
            "PostgreSQL: plain VACUUM, REINDEX CONCURRENTLY, or pg_repack. MariaDB and MySQL: a tool that copies the table, or a"
                    + " quiet time",
            POSTGRESQL,
            MARIADB,
            MYSQL),
    /** LOCK TABLE. */
    EXPLICIT_LOCK(
            "DVT-L20",
            WARNING,
            LOCKS,
            "a table is locked until the script ends",
            "let statements take the locks that they need, and keep the script short",
            POSTGRESQL,
            MARIADB,
            MYSQL),
    /** Rows are moved while a strong lock is held. */
    ROWS_UNDER_LOCK(
            "DVT-L21",
            WARNING,
            LOCKS,
            "rows are changed in the transaction that has altered a table: nobody can read it until both are done",
            "write the change of rows into a revision of its own",
            POSTGRESQL),
    /** No lock_timeout. */
    NO_LOCK_TIMEOUT(
            "DVT-L22",
            NOTE,
            LOCKS,
            "a strong lock is waited for without limit: behind one long query, everybody else waits, too",
            "begin the script with the line -- lock-timeout: 5 s (or set local lock_timeout = '5s';), and run it again if it was"
                    + " refused",
            POSTGRESQL),
    /** A new value of an enum that is used at once. */
    ENUM_VALUE_USED(
            "DVT-L23",
            ERROR,
            IS_REFUSED,
            "a new value of an enum cannot be used in the transaction that adds it",
            "add the value in one revision, use it in the next",
            POSTGRESQL),
    /** A value of an enum with another name. */
    ENUM_VALUE_RENAMED(
            "DVT-L24",
            ERROR,
            BREAKS_INSTANCES,
            "instances that run still read and write the old value",
            "1. add the new value; 2. release a version that reads both and writes the new one; 3. change the old rows in"
                    + " batches",
            POSTGRESQL),
    /** A column that takes null from now on. */
    NULL_ALLOWED(
            "DVT-L25",
            WARNING,
            BREAKS_INSTANCES,
            "instances that run may read a null where there never was one",
            "release a version that copes with null before anything writes one",
            POSTGRESQL,
            H2),
    /** CASCADE. */
    CASCADE(
            "DVT-L26",
            ERROR,
            LOSES_DATA,
            "CASCADE drops whatever depends on it, unseen",
            "name what is to go, one statement each",
            POSTGRESQL,
            H2),
    /** A table made anew. */
    TABLE_MADE_ANEW(
            "DVT-L27",
            WARNING,
            REWRITES,
            "the table is made anew and every row copied; SQLite lets nobody else write meanwhile",
            "on a large database at a quiet time; several changes of one table belong into one script, so that it is copied once",
            SQLITE),
    /** What ADD COLUMN does not take. */
    CANNOT_BE_ADDED(
            "DVT-L28",
            ERROR,
            IS_REFUSED,
            "SQLite adds no column that is a key, is unique, is stored, or has a default that is no constant",
            "make the table anew (dovetail migrate writes that); for unique: add the column, then create unique index",
            SQLITE),
    /** A decimal that becomes a floating point number. */
    DIGITS_LOST(
            "DVT-L29",
            WARNING,
            LOSES_DATA,
            "SQLite keeps decimals as floating point numbers: beyond 15 digits they change",
            "declare the column decimal_text(p, s)",
            SQLITE),
    /** A PRAGMA in a transaction. */
    PRAGMA_WITHOUT_EFFECT(
            "DVT-L30",
            WARNING,
            IS_REFUSED,
            "this PRAGMA does nothing, or is refused, inside a transaction",
            "leave it away: scripts run with foreign keys off, which are checked before the commit; or begin the script with"
                    + " -- no-transaction",
            SQLITE),
    /** A change that copies the table. */
    TABLE_COPIED(
            "DVT-L31",
            ERROR,
            REWRITES,
            "the table is copied while nobody may write to it",
            "add algorithm = inplace, lock = none: what would block is refused instead; for the rest a tool that copies the"
                    + " table beside it, or a quiet time",
            MARIADB,
            MYSQL),
    /** A full-text or spatial index. */
    SPECIAL_INDEX_LOCKS(
            "DVT-L32",
            WARNING,
            LOCKS,
            "a full-text or spatial index is built while nobody may write",
            "at a quiet time; or on a table beside it that is switched to",
            MARIADB,
            MYSQL),
    /** A script that can stop half-way. */
    HALF_APPLIED(
            "DVT-L33",
            WARNING,
            IS_UNCLEAR,
            "several statements without a transaction around them: if one fails, those before it stay, and somebody has to look",
            "one statement a script; or write each so that it can run twice (if not exists)",
            Engine.values()),
    /** REFRESH MATERIALIZED VIEW. */
    REFRESH_BLOCKS_READS(
            "DVT-L34",
            WARNING,
            LOCKS,
            "a materialized view is filled while nobody may read it (ACCESS EXCLUSIVE)",
            "give it a unique index and write: refresh materialized view concurrently …",
            POSTGRESQL),
    /** ATTACH and DETACH PARTITION. */
    PARTITION_LOCKS(
            "DVT-L35",
            WARNING,
            LOCKS,
            "the rows of the partition are checked, or the whole table locked",
            "before attaching, add a valid check that says the bounds; detach with: detach partition <p> concurrently",
            POSTGRESQL),
    /** A view, function or sequence that goes. */
    USED_OBJECT_DROPPED(
            "DVT-L36",
            WARNING,
            BREAKS_INSTANCES,
            "instances that run may still use it",
            "1. release a version that does not use it; 2. drop it in a later revision",
            Engine.values()),
    /** A trigger on a table with rows. */
    TRIGGER_ADDED(
            "DVT-L37",
            NOTE,
            LOCKS,
            "a trigger waits for those who write to the table, and runs for every row from then on",
            "measure what it costs; make it at a quiet time",
            POSTGRESQL,
            MARIADB,
            MYSQL),
    /** A default that goes. */
    DEFAULT_DROPPED(
            "DVT-L38",
            WARNING,
            BREAKS_INSTANCES,
            "instances that run may rely on the default and leave the column out",
            "release a version that writes the column before the default goes",
            POSTGRESQL,
            H2,
            MARIADB,
            MYSQL),
    /** No downgrade. */
    NO_WAY_BACK(
            "DVT-L39",
            NOTE,
            IS_UNCLEAR,
            "there is no downgrade script",
            "write one, if only to get back on a machine for development; going on with a new revision is the way in production",
            Engine.values()),
    /** A comment of ours that helps nobody. */
    BAD_IGNORE(
            "DVT-L40",
            WARNING,
            IS_UNCLEAR,
            "a line -- lint: ignore that names no rule, gives no reason, or keeps nothing silent",
            "write: -- lint: ignore DVT-L15 nobody reads it since 1.4; or delete the line",
            Engine.values());

    private final String id;
    private final Severity severity;
    private final LintEffect effect;
    private final String title;
    private final String recipe;
    private final Set<Engine> engines;

    LintRule(String id, Severity severity, LintEffect effect, String title, String recipe, Engine... engines) {
        this.id = id;
        this.severity = severity;
        this.effect = effect;
        this.title = title;
        this.recipe = recipe;
        this.engines = EnumSet.copyOf(List.of(engines));
    }

    /** Its stable id, {@code DVT-L01} and so on. */
    public String id() {
        return id;
    }

    /** How bad it is. */
    public Severity severity() {
        return severity;
    }

    /** What it does to others. */
    public LintEffect effect() {
        return effect;
    }

    /** What it is about. */
    public String title() {
        return title;
    }

    /** What to write instead. */
    public String recipe() {
        return recipe;
    }

    /** The engines that it is about. */
    public Set<Engine> engines() {
        return Set.copyOf(engines);
    }

    /** The rule with this id. */
    public static Optional<LintRule> of(String id) {
        return Arrays.stream(values())
                .filter(rule -> rule.id.equalsIgnoreCase(id))
                .findFirst();
    }
}
