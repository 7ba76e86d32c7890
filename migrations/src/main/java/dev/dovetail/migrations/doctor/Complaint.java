package dev.dovetail.migrations.doctor;

import dev.dovetail.migrations.error.MigrationException;

/**
 * Something that is not in order. Immutable.
 *
 * @param kind what it is about
 * @param fact what is wrong, with names
 * @param remedy the one command, statement or step to go on with
 */
public record Complaint(Kind kind, String fact, String remedy) {

    /** What a complaint is about. */
    public enum Kind {
        /** Scripts that cannot be read or put in order. */
        SCRIPTS,
        /** A history that does not fit the scripts, or a script that failed. */
        HISTORY,
        /** Somebody else migrates the database right now. */
        LOCK,
        /** An index that the engine does not use. */
        INVALID_INDEX,
        /** A constraint that new rows keep and old rows were not checked for. */
        NOT_VALIDATED,
        /** Rows that refer to nothing. */
        FOREIGN_KEYS,
        /** A damaged file. */
        DAMAGED,
        /** A table that a script, which did not end, left behind. */
        LEFT_TABLE,
        /** A scratch database that nobody is connected to. */
        SCRATCH_DATABASE,
        /** A temporary folder that nobody has used for a day. */
        TEMPORARY_FOLDER
    }

    private static final String CAUSE = "\n  Likely cause: ";
    private static final String FIX = "\n  Fix: ";
    private static final String CODE = "\n  Code: ";

    /** What an exception teaches. */
    static Complaint of(Kind kind, MigrationException failure) {
        String message = String.valueOf(failure.getMessage());
        int cause = message.indexOf(CAUSE);
        int fix = message.indexOf(FIX);
        int code = message.indexOf(CODE);
        boolean whole = cause >= 0 && fix > cause && code > fix;
        return whole
                ? new Complaint(kind, message.substring(0, cause), message.substring(fix + FIX.length(), code))
                : new Complaint(kind, message, "look at the message");
    }
}
