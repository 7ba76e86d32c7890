package dev.dovetail.core.internal.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The error numbers that MariaDB and MySQL share, as their manuals list them; names are taken from the message. */
final class MysqlFamilyFailures implements FailureReader {

    private static final Pattern KEY = Pattern.compile("for key '(?:[^'.]+\\.)?([^']+)'");
    private static final Pattern COLUMN = Pattern.compile("(?:[Cc]olumn|Field) '([^']+)'");
    private static final Pattern FOREIGN_KEY =
            Pattern.compile("\\(`[^`]+`\\.`([^`]+)`, CONSTRAINT `([^`]+)` FOREIGN KEY \\(([^)]*)\\)");
    private static final Pattern READ_ONLY_OPTION = Pattern.compile("(?i)read[-_ ]only");
    private static final Pattern CHECK = Pattern.compile("(?:CONSTRAINT|[Cc]onstraint) [`']([^`']+)[`']");

    @Override
    public Failure read(SQLException failure, @Nullable String sql) {
        SQLException one = FailureReader.ofOneStatement(failure);
        String message = String.valueOf(one.getMessage());
        return switch (one.getErrorCode()) {
            case 1022, 1062, 1586, 1859 -> Failure.of(FailureKind.DUPLICATE_KEY, first(KEY, message), null, List.of());
            // What Upsert makes of a row that is in the way through another key.
            case 1242 ->
                sql != null && sql.contains(SqlFailures.ANOTHER_KEY_IN_THE_WAY)
                        ? Failure.of(FailureKind.DUPLICATE_KEY)
                        : FailureReader.byState(one);
            case 1452, 1216 -> foreignKey(FailureKind.MISSING_PARENT, message);
            case 1451, 1217 -> foreignKey(FailureKind.CHILD_EXISTS, message);
            case 1048, 1364 -> Failure.of(FailureKind.NULL_VALUE, null, null, columns(message));
            case 1406 -> Failure.of(FailureKind.VALUE_TOO_LONG, null, null, columns(message));
            case 4025, 3819 -> {
                String constraint = first(CHECK, message);
                yield Failure.of(FailureReader.checkKind(constraint), constraint, null, List.of());
            }
            // Lock wait, deadlock, row changed since it was read; NOWAIT and a cluster's certification (MySQL).
            case 1205, 1213, 1020, 3572, 3101 -> Failure.of(FailureKind.TRANSIENT_CONFLICT);
            case 1792, 1836 -> Failure.of(FailureKind.READ_ONLY);
            // "The server is running with the option …": there are others than read-only.
            case 1290 ->
                Failure.of(
                        READ_ONLY_OPTION.matcher(message).find() ? FailureKind.READ_ONLY : FailureKind.NOT_PERMITTED);
            case 1317, 1969, 3024 -> Failure.of(FailureKind.TIMED_OUT);
            case 1927, 1053, 1152, 1158, 1159, 1160, 1161, 2006, 2013, 2055, 4031 ->
                Failure.of(FailureKind.CONNECTION_LOST);
            case 1021, 1037, 1038, 1041, 1114 -> Failure.of(FailureKind.STORAGE_FULL);
            case 1034, 1035, 1194, 1195 -> Failure.of(FailureKind.DAMAGED);
            case 1142, 1143, 1227, 1370 -> Failure.of(FailureKind.NOT_PERMITTED);
            default -> FailureReader.byState(one);
        };
    }

    private static Failure foreignKey(FailureKind kind, String message) {
        Matcher matcher = FOREIGN_KEY.matcher(message);
        return matcher.find()
                ? Failure.of(
                        kind,
                        matcher.group(2),
                        matcher.group(1),
                        List.of(matcher.group(3).replace("`", "").split(",\\s*")))
                : Failure.of(kind);
    }

    private static List<String> columns(String message) {
        String column = first(COLUMN, message);
        return column == null ? List.of() : List.of(column);
    }

    private static @Nullable String first(Pattern pattern, String message) {
        Matcher matcher = pattern.matcher(message);
        return matcher.find() ? matcher.group(1) : null;
    }
}
