package dev.dovetail.core.internal.sqlite;

import dev.dovetail.core.error.ConstraintDetails;
import dev.dovetail.core.internal.sqlite.ForeignKeyFailure.Side;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Finds out by which foreign key SQLite refused a statement: it says only that there is one. The statement runs once more in
 * a savepoint, with the check put off to the commit; the rows that break a key then are looked for; all of it is taken back.
 */
public final class ForeignKeySearch {

    private ForeignKeySearch() {}

    /** Something that runs a statement. */
    @FunctionalInterface
    public interface Call<T extends @Nullable Object> {
        /** Runs it, to its end. */
        T run() throws SQLException;
    }

    /**
     * The failure with what broken foreign key it is about; the failure itself if it is about none, or if that could not be
     * found out. What the transaction did so far is left as it was.
     *
     * @param connection in the transaction in which it failed
     * @param again runs the statement once more, with the same values
     */
    public static SQLException explained(SQLException failure, Connection connection, String sql, Call<?> again) {
        if (!isForeignKey(failure)) {
            return failure;
        }
        try {
            return connection.getAutoCommit() ? failure : searched(failure, connection, sql, again);
        } catch (SQLException searching) {
            failure.addSuppressed(searching);
            return failure;
        }
    }

    /** Likewise for a failure at commit, of keys that are checked only then. The transaction is rolled back by this. */
    public static SQLException explainedAtCommit(SQLException failure, Connection connection) {
        if (!isForeignKey(failure)) {
            return failure;
        }
        try {
            List<ForeignKey> keys = ForeignKey.all(connection);
            Map<ForeignKey, Long> broken = BrokenRows.of(keys, connection);
            connection.rollback();
            ForeignKey key = BrokenRows.increased(broken, connection);
            return key == null ? failure : new ForeignKeyFailure(failure, details(key), Side.UNKNOWN);
        } catch (SQLException searching) {
            failure.addSuppressed(searching);
            return failure;
        }
    }

    private static boolean isForeignKey(SQLException failure) {
        return failure instanceof SQLiteException sqlite
                && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_CONSTRAINT_FOREIGNKEY
                && !(failure instanceof ForeignKeyFailure);
    }

    private static SQLException searched(SQLException failure, Connection connection, String sql, Call<?> again)
            throws SQLException {
        String table = WrittenTable.of(sql);
        List<ForeignKey> all = table == null ? List.of() : ForeignKey.all(connection);
        Set<String> touched = WrittenTable.reached(table, all);
        List<ForeignKey> candidates = all.stream()
                .filter(key -> touched.contains(key.child().toLowerCase(java.util.Locale.ROOT)))
                .toList();
        if (table == null || candidates.isEmpty()) {
            return failure;
        }
        Map<ForeignKey, Long> broken;
        ForeignKey ofLastRow;
        try (Statement statement = connection.createStatement()) {
            statement.execute("savepoint dovetail_foreign_key");
            try {
                statement.execute("pragma defer_foreign_keys = on");
                again.run();
                ofLastRow = WrittenTable.isInsert(sql) ? BrokenRows.ofLastRow(table, candidates, connection) : null;
                broken = ofLastRow == null ? BrokenRows.of(candidates, connection) : Map.of();
            } finally {
                statement.execute("rollback to dovetail_foreign_key");
                statement.execute("release dovetail_foreign_key");
                statement.execute("pragma defer_foreign_keys = off");
            }
        }
        ForeignKey key = ofLastRow == null ? BrokenRows.increased(broken, connection) : ofLastRow;
        if (key == null) {
            return failure;
        }
        Side side = side(key, table, sql);
        return new ForeignKeyFailure(failure, details(key), side);
    }

    private static Side side(ForeignKey key, String table, String sql) {
        if (!key.isOf(table)) {
            return Side.PARENT;
        }
        return !key.pointsTo(table) || WrittenTable.isUpdateWithout(key.to(), sql) ? Side.CHILD : Side.UNKNOWN;
    }

    private static ConstraintDetails details(ForeignKey key) {
        return new ConstraintDetails(key.name(), key.child(), key.from());
    }
}
