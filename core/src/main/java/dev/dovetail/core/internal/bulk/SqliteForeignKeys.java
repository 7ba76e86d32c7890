package dev.dovetail.core.internal.bulk;

import dev.dovetail.core.error.ConstraintDetails;
import dev.dovetail.core.internal.sqlite.ForeignKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Finds the row whose parent is missing, and by which columns: SQLite says only that there is one. */
final class SqliteForeignKeys {

    private final DSLContext sql;
    private final BulkWork work;
    private final Connection connection;
    private final ColumnBinder binder;

    SqliteForeignKeys(DSLContext sql, BulkWork work, Connection connection) {
        this.sql = sql;
        this.work = work;
        this.connection = connection;
        this.binder = new ColumnBinder(work.columns(), sql.configuration());
    }

    /** The first of these rows that points to nothing, or null. */
    @Nullable
    Refusal missingParent(List<@Nullable Object[]> rows, int start, int end, SQLException failure) throws SQLException {
        List<ForeignKey> keys = ForeignKey.of(work.table().getName(), connection);
        for (int row = start; row < end; row++) {
            for (ForeignKey key : keys) {
                int[] from = positions(key.from());
                if (from.length > 0
                        && Arrays.stream(from).mapToObj(position(rows.get(row))).allMatch(Objects::nonNull)
                        && !exists(key, from, row, rows.get(row))
                        && !isAmong(rows.subList(start, end), key, from, rows.get(row))) {
                    return new Refusal(
                            row,
                            failure,
                            new ConstraintDetails(key.name(), work.table().getName(), key.from()));
                }
            }
        }
        return null;
    }

    private static java.util.function.IntFunction<@Nullable Object> position(@Nullable Object[] row) {
        return column -> row[column];
    }

    private boolean exists(ForeignKey key, int[] from, int row, @Nullable Object[] values) throws SQLException {
        String text = "select 1 from " + name(key.parent()) + " where "
                + key.to().stream().map(column -> name(column) + " = ?").collect(Collectors.joining(" and "));
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            binder.bind(statement, 1, row, values, from);
            try (ResultSet result = statement.executeQuery()) {
                return result.next();
            }
        }
    }

    /** A row may point to another one of its own statement. */
    private boolean isAmong(List<@Nullable Object[]> rows, ForeignKey key, int[] from, @Nullable Object[] child) {
        int[] to = positions(key.to());
        return key.parent().equalsIgnoreCase(work.table().getName())
                && to.length > 0
                && rows.stream().anyMatch(parent -> {
                    for (int i = 0; i < to.length; i++) {
                        if (!Objects.deepEquals(parent[to[i]], child[from[i]])) {
                            return false;
                        }
                    }
                    return true;
                });
    }

    /** The positions of the columns among a row's values; none if one of them is not given. */
    private int[] positions(List<String> columns) {
        int[] positions = columns.stream().mapToInt(work::position).toArray();
        return Arrays.stream(positions).allMatch(position -> position >= 0) ? positions : new int[0];
    }

    private String name(String name) {
        return sql.render(DSL.name(name));
    }
}
