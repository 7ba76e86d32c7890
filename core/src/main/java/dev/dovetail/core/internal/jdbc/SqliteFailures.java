package dev.dovetail.core.internal.jdbc;

import dev.dovetail.core.internal.sqlite.ForeignKeyFailure;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** SQLite's extended result codes; it names the columns of a unique key, the name of a CHECK, and of a foreign key nothing. */
final class SqliteFailures implements FailureReader {

    private static final Pattern COLUMNS = Pattern.compile("constraint failed: ([^)]+)\\)?");
    /** What it says of an index on an expression. */
    private static final Pattern INDEX = Pattern.compile("index '(.+)'");

    @Override
    public Failure read(SQLException failure, @Nullable String sql) {
        SQLException one = FailureReader.ofOneStatement(failure);
        if (!(one instanceof SQLiteException sqlite)) {
            return FailureReader.byState(one);
        }
        return switch (sqlite.getResultCode()) {
            case SQLITE_CONSTRAINT_UNIQUE, SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_ROWID ->
                columns(FailureKind.DUPLICATE_KEY, one);
            case SQLITE_CONSTRAINT_NOTNULL -> columns(FailureKind.NULL_VALUE, one);
            case SQLITE_CONSTRAINT_FOREIGNKEY -> foreignKey(sqlite, sql);
            case SQLITE_CONSTRAINT_TRIGGER -> trigger(one);
            case SQLITE_CONSTRAINT_CHECK -> check(one);
            default -> byPrimaryCode(sqlite);
        };
    }

    /** By what was found out, else by the statement. */
    private static Failure foreignKey(SQLiteException failure, @Nullable String sql) {
        if (!(failure instanceof ForeignKeyFailure found)) {
            return Failure.of(FailureReader.foreignKeyKind(sql));
        }
        FailureKind kind = switch (found.side()) {
            case CHILD -> FailureKind.MISSING_PARENT;
            case PARENT -> FailureKind.CHILD_EXISTS;
            case UNKNOWN -> FailureReader.foreignKeyKind(sql);
        };
        return new Failure(kind, found.details());
    }

    /** The lowest byte; what stands above it says more exactly why. */
    private static Failure byPrimaryCode(SQLiteException failure) {
        return switch (SQLiteErrorCode.getErrorCode(failure.getResultCode().code & 0xff)) {
            case SQLITE_TOOBIG -> Failure.of(FailureKind.VALUE_TOO_LONG);
            case SQLITE_BUSY, SQLITE_LOCKED -> Failure.of(FailureKind.TRANSIENT_CONFLICT);
            case SQLITE_READONLY -> Failure.of(FailureKind.READ_ONLY);
            case SQLITE_INTERRUPT -> Failure.of(FailureKind.TIMED_OUT);
            case SQLITE_FULL, SQLITE_NOMEM -> Failure.of(FailureKind.STORAGE_FULL);
            case SQLITE_CORRUPT, SQLITE_NOTADB -> Failure.of(FailureKind.DAMAGED);
            case SQLITE_ERROR, SQLITE_RANGE -> Failure.of(FailureKind.BAD_STATEMENT);
            case SQLITE_AUTH, SQLITE_PERM -> Failure.of(FailureKind.NOT_PERMITTED);
            default -> FailureReader.byState(failure);
        };
    }

    /** A foreign key that RESTRICTs what happens to its parent, or what a trigger of the schema RAISEs. */
    private static Failure trigger(SQLException failure) {
        return Failure.of(
                String.valueOf(failure.getMessage()).contains("FOREIGN KEY constraint failed")
                        ? FailureKind.CHILD_EXISTS
                        : FailureKind.OTHER);
    }

    private static Failure columns(FailureKind kind, SQLException failure) {
        Matcher matcher = COLUMNS.matcher(String.valueOf(failure.getMessage()));
        // The first match is the result code's own text; the one with names comes last.
        String names = null;
        while (matcher.find()) {
            names = matcher.group(1);
        }
        if (names == null) {
            return Failure.of(kind);
        }
        Matcher index = INDEX.matcher(names);
        if (index.matches()) {
            return Failure.of(kind, index.group(1), null, List.of());
        }
        if (!names.contains(".")) {
            return Failure.of(kind);
        }
        String table = null;
        List<String> columns = new ArrayList<>();
        for (String name : names.split(",", -1)) {
            int dot = name.indexOf('.');
            table = name.substring(0, Math.max(0, dot)).strip();
            columns.add(name.substring(dot + 1).strip());
        }
        return Failure.of(kind, null, table, columns);
    }

    private static Failure check(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        int start = message.indexOf("(CHECK constraint failed: ");
        String name = start < 0 ? null : message.substring(start + 26, message.lastIndexOf(')'));
        FailureKind kind =
                name != null && LengthCheck.is(name) ? FailureKind.VALUE_TOO_LONG : FailureReader.checkKind(name);
        return Failure.of(kind, name, null, List.of());
    }
}
