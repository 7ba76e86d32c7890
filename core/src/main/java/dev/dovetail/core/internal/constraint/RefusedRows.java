package dev.dovetail.core.internal.constraint;

import dev.dovetail.core.spi.BoundStatement;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows that may be the refused one, with the values that were bound, by column in lower case. */
final class RefusedRows {

    private final List<Map<String, @Nullable Object>> written = new ArrayList<>();
    private final List<Map<String, @Nullable Object>> compared = new ArrayList<>();

    RefusedRows(WrittenColumns columns, int index, List<@Nullable Object[]> rows) {
        List<@Nullable Object[]> candidates = index >= 0 && index < rows.size() && rows.size() > 1
                ? List.<@Nullable Object[]>of(rows.get(index))
                : rows;
        for (@Nullable Object[] row : candidates) {
            columns.written().forEach(parameters -> written.add(values(parameters, row)));
            compared.add(values(columns.compared(), row));
        }
    }

    private static Map<String, @Nullable Object> values(Map<String, Integer> parameters, @Nullable Object[] row) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        parameters.forEach((column, parameter) -> {
            if (parameter < row.length && row[parameter] != BoundStatement.UNSEEN) {
                values.put(column, row[parameter]);
            }
        });
        return values;
    }

    /** The place of the refused row in a batch, or -1 if the driver does not tell. */
    static int index(SQLException failure) {
        if (!(failure instanceof BatchUpdateException batch)) {
            return -1;
        }
        int[] counts = batch.getUpdateCounts();
        int failed = 0;
        int first = -1;
        for (int i = 0; counts != null && i < counts.length; i++) {
            if (counts[i] == Statement.EXECUTE_FAILED) {
                failed++;
                first = first < 0 ? i : first;
            }
        }
        // A driver that calls all of them failed does not know which one did.
        return counts == null || failed == counts.length ? -1 : failed == 0 ? counts.length : first;
    }

    /** The one row it can be, or null. */
    @Nullable
    Map<String, @Nullable Object> only() {
        return written.size() == 1 ? written.get(0) : null;
    }

    /** What the one row that it can be was found by, or null. */
    @Nullable
    Map<String, @Nullable Object> found() {
        return compared.size() == 1 ? compared.get(0) : null;
    }

    /** The longest text that was to be written into a column, or null. */
    @Nullable
    String longest(String column) {
        return written.stream()
                .map(row -> row.get(column.toLowerCase(Locale.ROOT)))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .max(java.util.Comparator.comparingInt(text -> text.codePointCount(0, text.length())))
                .orElse(null);
    }
}
