package dev.dovetail.core.internal.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** SQLSTATEs as PostgreSQL's manual lists them in "Error Codes"; the names of constraints come with the error. */
final class PostgresqlFailures implements FailureReader {

    private static final Pattern KEY = Pattern.compile("\\(([^()=]+)\\)=\\(");

    @Override
    public Failure read(SQLException failure, @Nullable String sql) {
        SQLException one = FailureReader.ofOneStatement(failure);
        String state = String.valueOf(one.getSQLState());
        return switch (state) {
            case "23505" -> constraint(FailureKind.DUPLICATE_KEY, one);
            case "23503" -> foreignKey(foreignKeyKind(one, sql), one);
            // What ON DELETE RESTRICT reports since PostgreSQL 18.
            case "23001" -> foreignKey(FailureKind.CHILD_EXISTS, one);
            case "23502" -> constraint(FailureKind.NULL_VALUE, one);
            case "22001" -> constraint(FailureKind.VALUE_TOO_LONG, one);
            case "23514", "23P01" -> {
                Failure check = constraint(FailureKind.CHECK_FAILED, one);
                yield new Failure(FailureReader.checkKind(check.details().constraint()), check.details());
            }
            case "40001", "40P01", "55P03" -> Failure.of(FailureKind.TRANSIENT_CONFLICT);
            case "25006" -> Failure.of(FailureKind.READ_ONLY);
            case "57014", "25P04" -> Failure.of(FailureKind.TIMED_OUT);
            case "57P01", "57P02", "57P03", "57P04", "57P05", "25P03", "53300" ->
                Failure.of(FailureKind.CONNECTION_LOST);
            case "53100", "53200" -> Failure.of(FailureKind.STORAGE_FULL);
            case "XX000" -> internal(one);
            case "XX001", "XX002" -> Failure.of(FailureKind.DAMAGED);
            // A prepared statement whose table was changed meanwhile; the driver prepares it anew when it comes again.
            case "0A000" -> Failure.of(isStalePlan(one) ? FailureKind.TRANSIENT_CONFLICT : FailureKind.OTHER);
            default -> FailureReader.byState(one);
        };
    }

    private static FailureKind foreignKeyKind(SQLException failure, @Nullable String sql) {
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        // The text is translated by the server's language; the statement's verb is the fallback.
        if (message.contains("update or delete on table")) {
            return FailureKind.CHILD_EXISTS;
        }
        return message.contains("insert or update on table")
                ? FailureKind.MISSING_PARENT
                : FailureReader.foreignKeyKind(sql);
    }

    /** The table named is the child's, but the columns of a key that is still referenced are the parent's. */
    private static Failure foreignKey(FailureKind kind, SQLException failure) {
        Failure named = constraint(kind, failure);
        return kind == FailureKind.MISSING_PARENT
                ? named
                : Failure.of(kind, named.details().constraint(), named.details().table(), List.of());
    }

    /** The server's own locks of a row met in an order that it did not expect; only the transaction suffers. */
    private static Failure internal(SQLException failure) {
        return String.valueOf(failure.getMessage()).contains("multixact has more than one updating member")
                ? Failure.of(FailureKind.TRANSIENT_CONFLICT)
                : FailureReader.byState(failure);
    }

    private static boolean isStalePlan(SQLException failure) {
        return failure instanceof PSQLException server
                && server.getServerErrorMessage() != null
                && "RevalidateCachedQuery".equals(server.getServerErrorMessage().getRoutine());
    }

    private static Failure constraint(FailureKind kind, SQLException failure) {
        if (failure instanceof PSQLException server && server.getServerErrorMessage() != null) {
            ServerErrorMessage message = server.getServerErrorMessage();
            return Failure.of(kind, message.getConstraint(), message.getTable(), columns(message));
        }
        return Failure.of(kind);
    }

    /** Of a key, the detail names them, in whatever language: {@code Key (a, b)=(1, 2) already exists.} */
    private static List<String> columns(ServerErrorMessage message) {
        String column = message.getColumn();
        if (column != null) {
            return List.of(column);
        }
        Matcher key = KEY.matcher(String.valueOf(message.getDetail()));
        return key.find() ? List.of(key.group(1).replace("\"", "").split(",\\s*")) : List.of();
    }
}
