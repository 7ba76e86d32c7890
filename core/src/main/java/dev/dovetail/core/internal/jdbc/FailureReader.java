package dev.dovetail.core.internal.jdbc;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Understands the exceptions of one engine's driver. */
interface FailureReader {

    /** By this convention a CHECK that enforces a length, as SQLite needs, is recognised by its name. */
    Pattern LENGTH_CHECK_NAME = Pattern.compile("(?i).*_(length|len)");

    /** What the exception means. */
    Failure read(SQLException failure, @Nullable String sql);

    /** The exception that the server gave for one row of a batch, if this is a batch's. */
    static SQLException ofOneStatement(SQLException failure) {
        SQLException current = failure;
        while (current instanceof BatchUpdateException) {
            SQLException next = current.getNextException();
            if (next == null) {
                return current.getCause() instanceof SQLException cause ? cause : current;
            }
            current = next;
        }
        return current;
    }

    /**
     * Which way a foreign key was broken, judged by the statement where the engine does not say. An update may take a
     * parent away or point to one that is not there, a merge or a trigger anything, and a commit has no statement.
     */
    static FailureKind foreignKeyKind(@Nullable String sql) {
        return switch (Verb.of(sql)) {
            case DELETE -> FailureKind.CHILD_EXISTS;
            case INSERT -> FailureKind.MISSING_PARENT;
            case OTHER -> FailureKind.FOREIGN_KEY;
        };
    }

    /** A CHECK that enforces a length is the same failure as a VARCHAR that is too short. */
    static FailureKind checkKind(@Nullable String constraint) {
        return constraint != null && LENGTH_CHECK_NAME.matcher(constraint).matches()
                ? FailureKind.VALUE_TOO_LONG
                : FailureKind.CHECK_FAILED;
    }

    /** The failure that the SQL standard's states tell, for what an engine does not say more exactly. */
    static Failure byState(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (state.startsWith("08")) {
            return Failure.of(FailureKind.CONNECTION_LOST);
        }
        if (state.equals("42501")) {
            return Failure.of(FailureKind.NOT_PERMITTED);
        }
        return switch (state) {
            case "40001", "40P01" -> Failure.of(FailureKind.TRANSIENT_CONFLICT);
            case "25006" -> Failure.of(FailureKind.READ_ONLY);
            default -> Failure.of(state.startsWith("42") ? FailureKind.BAD_STATEMENT : FailureKind.OTHER);
        };
    }
}
