package dev.dovetail.core.internal.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** H2's error codes, as its class {@code ErrorCode} lists them; names are taken from the message. */
final class H2Failures implements FailureReader {

    private static final Pattern UNIQUE =
            Pattern.compile("\"([^\" ]+)(?: INDEX [^\" ]+| PRIMARY KEY)? ON ([^\"( ]+)\\(([^)]*)\\)");
    private static final Pattern QUOTED = Pattern.compile("\"([^\": ]+)");
    private static final Pattern FOREIGN_KEY = Pattern.compile("\"([^\":]+): ([^ ]+) FOREIGN KEY ?\\(([^)]*)\\)");

    @Override
    public Failure read(SQLException failure, @Nullable String sql) {
        SQLException one = FailureReader.ofOneStatement(failure);
        String message = String.valueOf(one.getMessage());
        return switch (one.getErrorCode()) {
            case 23505 -> unique(message);
            case 23506 -> foreignKey(FailureKind.MISSING_PARENT, message);
            case 23503 -> foreignKey(FailureKind.CHILD_EXISTS, message);
            case 23502 -> Failure.of(FailureKind.NULL_VALUE, null, null, quoted(message));
            case 22001 -> Failure.of(FailureKind.VALUE_TOO_LONG, null, null, quoted(message));
            case 23513 -> {
                List<String> name = quoted(message);
                String constraint = name.isEmpty() ? null : name.get(0);
                yield Failure.of(FailureReader.checkKind(constraint), constraint, null, List.of());
            }
            case 40001, 50200, 90131 -> Failure.of(FailureKind.TRANSIENT_CONFLICT);
            case 90097 -> Failure.of(FailureKind.READ_ONLY);
            case 57014 -> Failure.of(FailureKind.TIMED_OUT);
            case 90067, 90121, 90098 -> Failure.of(FailureKind.CONNECTION_LOST);
            case 90030, 90048 -> Failure.of(FailureKind.DAMAGED);
            case 90108 -> Failure.of(FailureKind.STORAGE_FULL);
            case 90096 -> Failure.of(FailureKind.NOT_PERMITTED);
            default -> FailureReader.byState(one);
        };
    }

    private static Failure unique(String message) {
        Matcher matcher = UNIQUE.matcher(message);
        if (!matcher.find()) {
            return Failure.of(FailureKind.DUPLICATE_KEY);
        }
        // H2 names the index that it made for the constraint: uq_users_email_index_4.
        String name = unqualified(matcher.group(1)).replaceFirst("(?i)_index_[0-9a-f]+$", "");
        List<String> columns = List.of(matcher.group(3)
                .replaceAll("(?i) (nulls (first|last)|asc|desc)", "")
                .split(",\\s*"));
        return Failure.of(FailureKind.DUPLICATE_KEY, name, unqualified(matcher.group(2)), columns);
    }

    private static Failure foreignKey(FailureKind kind, String message) {
        Matcher matcher = FOREIGN_KEY.matcher(message);
        return matcher.find()
                ? Failure.of(
                        kind,
                        unqualified(matcher.group(1)),
                        unqualified(matcher.group(2)),
                        List.of(matcher.group(3).split(",\\s*")))
                : Failure.of(kind);
    }

    private static List<String> quoted(String message) {
        Matcher matcher = QUOTED.matcher(message);
        return matcher.find() ? List.of(unqualified(matcher.group(1))) : List.of();
    }

    private static String unqualified(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
