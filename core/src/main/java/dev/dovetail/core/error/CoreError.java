package dev.dovetail.core.error;

/** The codes of {@code core}: 1xx opening a database, 2xx transactions, 3xx constraints, 4xx statements and bulk. */
public enum CoreError implements ErrorCode {
    /** The database URL cannot be read. */
    BAD_URL("DVT-101"),
    /** The JDBC driver of the engine is not on the classpath. */
    DRIVER_MISSING("DVT-102"),
    /** The database did not let us in or could not be reached. */
    DATABASE_UNAVAILABLE("DVT-103"),
    /** Every connection of the pool is in use. */
    POOL_EXHAUSTED("DVT-104"),
    /** The database was closed before this call. */
    DATABASE_CLOSED("DVT-105"),
    /** The connection broke while it was in use. */
    CONNECTION_LOST("DVT-106"),
    /** An option has a value that makes no sense. */
    BAD_OPTION("DVT-107"),
    /** A connection was taken and not given back for long. */
    CONNECTION_LEAK("DVT-108"),

    /** The call needs a transaction and there is none on this thread. */
    NO_TRANSACTION("DVT-201"),
    /** An option asks for what the running transaction cannot give. */
    CONFLICTING_OPTION("DVT-202"),
    /** Something failed earlier in the transaction, so it cannot commit. */
    TRANSACTION_DOOMED("DVT-203"),
    /** A write in a read-only transaction or read. */
    READ_ONLY("DVT-204"),
    /** The transaction took longer than its time-out. */
    TIMED_OUT("DVT-205"),
    /** The connection broke during commit: nobody knows whether it took place. */
    COMMIT_OUTCOME_UNKNOWN("DVT-206"),
    /** Committed, but a hook that ran afterwards failed. */
    AFTER_COMMIT_HOOK_FAILED("DVT-207"),
    /** Serialization failure, deadlock, lock time-out or busy: running it again may work. */
    TRANSIENT_CONFLICT("DVT-208"),
    /** A second write transaction that could only wait for the first one of the same thread. */
    SELF_DEADLOCK("DVT-209"),
    /** A transaction was used on a thread that did not begin it. */
    WRONG_THREAD("DVT-210"),
    /** A savepoint was opened and never ended. */
    SAVEPOINT_LEFT_OPEN("DVT-211"),
    /** Hooks before commit register further ones without end. */
    ENDLESS_HOOKS("DVT-212"),
    /** The thread was interrupted while it waited for a connection or its turn. */
    INTERRUPTED("DVT-213"),
    /** Something that was given the connection of a transaction or read tried to end or change it. */
    NOT_YOURS_TO_END("DVT-214"),

    /** A unique or primary key has this value already. */
    DUPLICATE_KEY("DVT-301"),
    /** The row that a foreign key points to does not exist. */
    MISSING_PARENT("DVT-302"),
    /** Other rows still point to the row that should go or change its key. */
    CHILD_EXISTS("DVT-303"),
    /** Null in a column that must not be null. */
    NULL_VALUE("DVT-304"),
    /** A value longer than its column. */
    VALUE_TOO_LONG("DVT-305"),
    /** A CHECK constraint said no. */
    CHECK_FAILED("DVT-306"),
    /** A foreign key was broken, and the engine does not say on which side. */
    FOREIGN_KEY("DVT-307"),

    /** The database refused a statement. */
    STATEMENT_FAILED("DVT-401"),
    /** A row given to a bulk operation cannot be used. */
    BAD_BULK_ROW("DVT-402"),
    /** There is no room left on the disk, in the file or in memory. */
    STORAGE_FULL("DVT-420"),
    /** The database's files are damaged. */
    DATABASE_DAMAGED("DVT-421"),
    /** A bulk operation that commits in parts failed after some of them. */
    BULK_PARTLY_COMMITTED("DVT-450"),

    /** A statement cannot be compiled. */
    BAD_QUERY("DVT-411"),
    /** A parameter of a compiled query is unknown, missing or of another type. */
    BAD_PARAMETER("DVT-412"),
    /** One row was asked for and there is none. */
    NO_ROW("DVT-413"),
    /** One row was asked for and there are several. */
    SEVERAL_ROWS("DVT-414"),
    /** A stream of rows was used after its block. */
    STREAM_ENDED("DVT-415"),
    /** A page cannot be cut from the query. */
    BAD_PAGE("DVT-416"),
    /** A cursor does not fit the query. */
    BAD_CURSOR("DVT-417"),

    /** A value that the engine or the column's type would not keep exactly. */
    VALUE_NOT_KEPT("DVT-430"),
    /** The engine cannot do what was asked for. */
    UNSUPPORTED_ON_ENGINE("DVT-431"),

    /** The plan of something was asked for that is not one query, insert, update, delete or merge. */
    NOT_EXPLAINABLE("DVT-461"),
    /** A transaction sends the same statement too often. */
    REPEATED_STATEMENT("DVT-462"),
    /** Statistics were asked for that are not kept. */
    STATISTICS_OFF("DVT-463");

    private final String id;

    CoreError(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
