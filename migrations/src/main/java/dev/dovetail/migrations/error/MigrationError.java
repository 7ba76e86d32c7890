package dev.dovetail.migrations.error;

import dev.dovetail.core.error.ErrorCode;

/** The codes of {@code migrations}: 70x scripts, 71x targets, 72x history, 73x execution, 74x code generation, lint, doctor and
 * diagrams, 75x writing scripts, 77x Java, Flyway and backfills. */
public enum MigrationError implements ErrorCode {
    /** A file in a migration folder whose name is none of {@code V…__….sql} and {@code U…__….sql}. */
    BAD_SCRIPT_NAME("DVT-701"),
    /** Two scripts for one revision. */
    DUPLICATE_REVISION("DVT-702"),
    /** A location that does not exist, or has no folder for this engine. */
    LOCATION_MISSING("DVT-703"),
    /** A script that cannot be read, or is not UTF-8. */
    SCRIPT_UNREADABLE("DVT-704"),
    /** A header line that cannot be understood, or names a revision that does not exist. */
    BAD_HEADER("DVT-705"),
    /** More than one revision that no other one follows. */
    SEVERAL_HEADS("DVT-706"),
    /** Revisions that follow each other in a circle. */
    CYCLE("DVT-707"),
    /** A downgrade script whose upgrade script is not there. */
    DOWNGRADE_WITHOUT_UPGRADE("DVT-708"),
    /** A string, comment or block that is opened and never closed. */
    UNTERMINATED("DVT-709"),

    /** A target that names no revision. */
    UNKNOWN_TARGET("DVT-710"),
    /** A target that several revisions begin with. */
    AMBIGUOUS_TARGET("DVT-711"),
    /** A target that cannot be reached from where the database is. */
    UNREACHABLE_TARGET("DVT-712"),
    /** A downgrade is asked for and a script for it is not there. */
    MISSING_DOWNGRADE("DVT-713"),

    /** A script was changed after it had been applied. */
    SCRIPT_EDITED("DVT-720"),
    /** A revision was applied and its script is gone. */
    SCRIPT_MISSING("DVT-721"),
    /** The database has revisions that are newer than every script here. */
    DATABASE_NEWER("DVT-722"),
    /** A revision that was not applied comes before one that was. */
    OUT_OF_ORDER("DVT-723"),
    /** A script failed half-way earlier, and nobody has said since that the database is in order. */
    FAILED_EARLIER("DVT-724"),
    /** A database without history that is not empty. */
    DATABASE_NOT_EMPTY("DVT-725"),

    /** The engine refused a statement of a script. */
    SCRIPT_FAILED("DVT-730"),
    /** Another process migrates the same database. */
    LOCK_HELD("DVT-731"),
    /** A script left rows that point to nothing. */
    FOREIGN_KEYS_BROKEN("DVT-732"),
    /** Migrations were started inside a transaction. */
    INSIDE_TRANSACTION("DVT-733"),
    /** A script begins or ends transactions where it is one itself. */
    TRANSACTION_CONTROL("DVT-734"),
    /** Something unexpected happened while migrations ran as a Maven goal. */
    EXECUTION_FAILED("DVT-735"),

    /** Code could not be generated from the migrations. */
    GENERATION_FAILED("DVT-740"),
    /** Scripts do what hurts a running application. */
    LINT_FAILED("DVT-741"),
    /** Something is wrong with a database, its history or its scripts. */
    NOT_WELL("DVT-742"),
    /** A diagram was asked for in a form that there is not. */
    BAD_DIAGRAM("DVT-743"),

    /** A generated migration does not lead exactly to the model and back. */
    PROOF_FAILED("DVT-750"),
    /** A generated migration would lose data, and nobody has said that it may. */
    DATA_LOSS("DVT-751"),
    /** No scratch database could be made. */
    SCRATCH_REFUSED("DVT-752"),
    /** The entities cannot be found or read. */
    MODEL_UNREADABLE("DVT-753"),
    /** A renaming names what is not there, or what is there already. */
    BAD_RENAME("DVT-754"),
    /** The model and the scripts, or the database, differ. */
    OUT_OF_DATE("DVT-755"),
    /** A script cannot be written. */
    SCRIPT_NOT_WRITTEN("DVT-756"),
    /** There is nothing to merge. */
    NOTHING_TO_MERGE("DVT-757"),

    /** A class that has the name of a migration cannot be used as one. */
    JAVA_MIGRATION_UNUSABLE("DVT-770"),
    /** A migration in Java cannot be printed as SQL. */
    JAVA_MIGRATION_OFFLINE("DVT-771"),
    /** A script that stopped half-way cannot go on by itself. */
    RESUME_IMPOSSIBLE("DVT-772"),
    /** Flyway's history cannot be taken over. */
    FLYWAY_HISTORY("DVT-773"),
    /** A backfill was begun inside a transaction. */
    BACKFILL_IN_TRANSACTION("DVT-774"),
    /** A backfill is described so that it cannot run. */
    BACKFILL_UNUSABLE("DVT-775"),
    /** A backfill was begun with another description. */
    BACKFILL_CHANGED("DVT-776"),
    /** The engine refused a batch of a backfill. */
    BACKFILL_FAILED("DVT-777");

    private final String id;

    MigrationError(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
