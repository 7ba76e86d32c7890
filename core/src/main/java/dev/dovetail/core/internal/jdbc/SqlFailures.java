package dev.dovetail.core.internal.jdbc;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.error.CheckFailedException;
import dev.dovetail.core.error.ChildExistsException;
import dev.dovetail.core.error.ConstraintDetails;
import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.DatabaseUnavailableException;
import dev.dovetail.core.error.DuplicateKeyException;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.core.error.ForeignKeyException;
import dev.dovetail.core.error.MissingParentException;
import dev.dovetail.core.error.NullValueException;
import dev.dovetail.core.error.ReadOnlyException;
import dev.dovetail.core.error.StatementFailedException;
import dev.dovetail.core.error.TransactionTimeoutException;
import dev.dovetail.core.error.TransientConflictException;
import dev.dovetail.core.error.ValueTooLongException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Turns the exceptions of drivers into typed ones, the same on every engine. */
public final class SqlFailures {

    /**
     * Stands in statements of MariaDB and MySQL where a value is wanted, but must not be: MySQL's error for it, 1242, then
     * says that a row was in the way through another key than the one that was named.
     */
    public static final String ANOTHER_KEY_IN_THE_WAY = "(select 1 union all select 2)";

    private final Engine engine;
    private final FailureReader reader;

    private final SecretColumns secrets;

    private SqlFailures(Engine engine, FailureReader reader, SecretColumns secrets) {
        this.engine = engine;
        this.reader = reader;
        this.secrets = secrets;
    }

    /** For the driver of an engine. */
    public static SqlFailures of(Engine engine) {
        return of(engine, SecretColumns.none());
    }

    /** For the driver of an engine, whose messages are kept from showing what is secret. */
    public static SqlFailures of(Engine engine, SecretColumns secrets) {
        return new SqlFailures(
                engine,
                switch (engine) {
                    case SQLITE -> new SqliteFailures();
                    case POSTGRESQL -> new PostgresqlFailures();
                    case H2 -> new H2Failures();
                    case MARIADB, MYSQL -> new MysqlFamilyFailures();
                },
                secrets);
    }

    /** Whether the connection is of no more use. */
    boolean isConnectionLost(SQLException failure) {
        return reader.read(failure, null).kind() == FailureKind.CONNECTION_LOST;
    }

    /** The typed exception for a driver's, with the driver's as its cause. */
    public RuntimeException translate(SQLException failure, @Nullable String sql) {
        if (failure instanceof RefusedRowFailure refused) {
            Failure understood = reader.read(refused.original(), sql);
            return translate(
                    new Failure(understood.kind(), refused.details(understood.details())),
                    hides(understood) ? withoutText(refused.original()) : refused.original(),
                    sql);
        }
        ConstraintNote note = ConstraintNote.of(failure);
        if (note != null) {
            Failure found = new Failure(reader.read(failure, sql).kind(), note.details());
            return translate(found, note.hidesCause() ? withoutText(failure) : failure, sql);
        }
        Failure understood = reader.read(failure, sql);
        return translate(understood, hides(understood) ? withoutText(failure) : failure, sql);
    }

    private boolean hides(Failure understood) {
        return understood.kind().isConstraint()
                && secrets.isIn(understood.details().table());
    }

    /** The engine's text names values, those of the whole row even. */
    private static SQLException withoutText(SQLException failure) {
        SQLException one = FailureReader.ofOneStatement(failure);
        SQLException safe = new SQLException(
                "(the engine's message is left out, as it may show a secret value)",
                one.getSQLState(),
                one.getErrorCode());
        safe.setStackTrace(failure.getStackTrace());
        return safe;
    }

    private RuntimeException translate(Failure understood, SQLException failure, @Nullable String sql) {
        ConstraintDetails details = understood.details();
        return switch (understood.kind()) {
            case DUPLICATE_KEY ->
                new DuplicateKeyException(
                        new Explanation(
                                CoreError.DUPLICATE_KEY,
                                engine.displayName() + " refused a row: a row with the same key exists already, by "
                                        + details.describe() + ".",
                                "the row was inserted before, here or by another transaction",
                                "look the row up first and update it, or catch this exception around a nested()"
                                        + " transaction and tell the user"),
                        details,
                        failure);
            case MISSING_PARENT ->
                new MissingParentException(
                        new Explanation(
                                CoreError.MISSING_PARENT,
                                engine.displayName()
                                        + " refused a row: what its foreign key points to does not exist, by "
                                        + details.describe() + ".",
                                "the parent was never inserted, is not flushed yet, or was deleted meanwhile",
                                "insert the parent first, in the same transaction"),
                        details,
                        failure);
            case CHILD_EXISTS ->
                new ChildExistsException(
                        new Explanation(
                                CoreError.CHILD_EXISTS,
                                engine.displayName() + " refused to delete or change a row that others point to, by "
                                        + details.describe() + ".",
                                "its children are still there",
                                "delete or move the children first, or declare ON DELETE CASCADE or SET NULL"),
                        details,
                        failure);
            case NULL_VALUE ->
                new NullValueException(
                        new Explanation(
                                CoreError.NULL_VALUE,
                                engine.displayName() + " refused null where a value is required, by "
                                        + details.describe() + ".",
                                "a value was not set before saving, or the column lacks a default",
                                "set the value"),
                        details,
                        failure);
            case VALUE_TOO_LONG ->
                new ValueTooLongException(
                        new Explanation(
                                CoreError.VALUE_TOO_LONG,
                                engine.displayName() + " refused a value that is longer than its column, by "
                                        + details.describe() + ".",
                                "the input was not checked against the column's length",
                                "shorten the value, or widen the column with a migration"),
                        details,
                        failure);
            case CHECK_FAILED ->
                new CheckFailedException(
                        new Explanation(
                                CoreError.CHECK_FAILED,
                                engine.displayName() + " refused a row because of a check, " + details.describe() + ".",
                                "a value is outside of what the schema allows",
                                "correct the value, or change the check with a migration"),
                        details,
                        failure);
            case TRANSIENT_CONFLICT ->
                new TransientConflictException(
                        new Explanation(
                                CoreError.TRANSIENT_CONFLICT,
                                engine.displayName() + " gave up this transaction in favour of another one: "
                                        + failure.getMessage(),
                                "transactions that run at the same time touch the same rows (deadlock, serialization"
                                        + " failure, lock time-out, busy)",
                                "run the whole transaction again: transactor.retry(exponential(3,"
                                        + " ofMillis(100))).run(…)"),
                        failure);
            case READ_ONLY -> readOnly(sql, failure);
            case TIMED_OUT ->
                new TransactionTimeoutException(
                        new Explanation(
                                CoreError.TIMED_OUT,
                                engine.displayName() + " cancelled a statement" + quoted(sql) + " that took too long.",
                                "the transaction's time-out, or one of the server",
                                "make the statement faster (see its plan), or raise the time-out"),
                        failure);
            case CONNECTION_LOST ->
                new DatabaseUnavailableException(
                        new Explanation(
                                CoreError.CONNECTION_LOST,
                                "The connection to " + engine.displayName() + " broke: " + failure.getMessage(),
                                "the server was restarted, ended this session, or the network failed",
                                "nothing was committed: run the transaction again, or let retry(…) do it"),
                        failure);
            case FOREIGN_KEY ->
                new ForeignKeyException(
                        new Explanation(
                                CoreError.FOREIGN_KEY,
                                engine.displayName() + " refused what would have broken a foreign key, by "
                                        + details.describe() + ".",
                                "a row points to one that does not exist, or one was to go that others point to; which"
                                        + " of them is not known, as the engine does not say",
                                "insert parents before their children, and delete or move children first"),
                        details,
                        failure);
            case STORAGE_FULL ->
                unfit(
                        CoreError.STORAGE_FULL,
                        sql,
                        failure,
                        "the disk, a limit on the file's size or the server's memory is exhausted",
                        "make room, or raise the limit; nothing of the transaction is kept");
            case DAMAGED ->
                unfit(
                        CoreError.DATABASE_DAMAGED,
                        sql,
                        failure,
                        "the file was written to by something else, or the disk or a copy of it is faulty",
                        "stop writing, keep a copy of the files, and restore a backup");
            case BAD_STATEMENT ->
                unfit(
                        CoreError.STATEMENT_FAILED,
                        sql,
                        failure,
                        "the statement does not fit the schema or the dialect",
                        "read the engine's message above; check that the schema is migrated to the newest version");
            case NOT_PERMITTED ->
                unfit(
                        CoreError.STATEMENT_FAILED,
                        sql,
                        failure,
                        "the user of the URL, or the way the server runs, does not permit it",
                        "grant the privilege, or connect as another user");
            case OTHER ->
                unfit(
                        CoreError.STATEMENT_FAILED,
                        sql,
                        failure,
                        "not known here; the engine's message above says all that is known",
                        "look up its message, SQL state and error number in the engine's documentation");
        };
    }

    private StatementFailedException unfit(
            CoreError code, @Nullable String sql, SQLException failure, String cause, String fix) {
        return new StatementFailedException(
                new Explanation(
                        code,
                        engine.displayName() + " refused a statement" + quoted(sql) + ": " + failure.getMessage(),
                        cause + " (SQL state " + failure.getSQLState() + ", error " + failure.getErrorCode() + ")",
                        fix),
                failure);
    }

    /** The exception for a write where only reads are allowed. */
    public static ReadOnlyException readOnly(@Nullable String sql, @Nullable SQLException failure) {
        return new ReadOnlyException(
                new Explanation(
                        CoreError.READ_ONLY,
                        "A write was refused" + quoted(sql) + ", because only reads are allowed here.",
                        "it stands in db.read(…) or in a readOnly() transaction, or the database itself is read-only (a"
                                + " standby, a file without permission to write)",
                        "use db.transaction(…), or a transactor without readOnly()"),
                failure);
    }

    private static String quoted(@Nullable String sql) {
        if (sql == null) {
            return "";
        }
        return " '" + (sql.length() <= 200 ? sql : sql.substring(0, 200) + "…") + "'";
    }
}
