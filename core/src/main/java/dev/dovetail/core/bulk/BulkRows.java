package dev.dovetail.core.bulk;

import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.Explanation;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.exception.DataTypeException;
import org.jspecify.annotations.Nullable;

/** The rows of a bulk operation, each checked against its columns as it is read. */
final class BulkRows {

    private final Table<?> table;
    private final Field<?>[] columns;
    private final Iterator<BulkRow> rows;
    private long index = -1;

    BulkRows(Table<?> table, List<Field<?>> columns, Iterator<BulkRow> rows) {
        this.table = table;
        this.columns = columns.toArray(new Field<?>[0]);
        this.rows = rows;
    }

    boolean hasNext() {
        return rows.hasNext();
    }

    /** How many rows were read. */
    long read() {
        return index + 1;
    }

    /** The next row's values, each of its column's Java type or null. */
    @Nullable
    Object[] next() {
        BulkRow row = rows.next();
        index++;
        if (row.size() != columns.length) {
            throw bad(
                    "has " + row.size() + " values, but there are " + columns.length + " columns",
                    "the row does not list its values in the order of columns(…)",
                    "give each row exactly one value for each column, null where there is none",
                    null);
        }
        @Nullable Object[] values = new Object[columns.length];
        for (int i = 0; i < columns.length; i++) {
            values[i] = value(columns[i], row.get(i));
        }
        return values;
    }

    private @Nullable Object value(Field<?> column, @Nullable Object given) {
        if (given == null || column.getType().isInstance(given)) {
            return given;
        }
        Object converted = null;
        DataTypeException failure = null;
        try {
            converted = column.getDataType().convert(given);
        } catch (DataTypeException e) {
            failure = e;
        }
        if (converted == null || !isLossless(given, converted)) {
            throw bad(
                    "has a " + given.getClass().getSimpleName() + " for column " + column.getName() + ", which takes "
                            + column.getType().getSimpleName(),
                    "the values are in another order than the columns, or need to be converted",
                    "convert the value before it goes into the row",
                    failure);
        }
        return converted;
    }

    /** Numbers may become wider, nothing else changes its type unseen. */
    private static boolean isLossless(Object given, Object converted) {
        if (!(given instanceof Number) || !(converted instanceof Number)) {
            return false;
        }
        try {
            return new BigDecimal(given.toString()).compareTo(new BigDecimal(converted.toString())) == 0;
        } catch (NumberFormatException notFinite) {
            return given.equals(converted);
        }
    }

    private BadBulkRowException bad(String what, String cause, String fix, @Nullable Throwable failure) {
        return new BadBulkRowException(
                new Explanation(
                        CoreError.BAD_BULK_ROW,
                        "Row " + index + " of the bulk operation on " + table.getName() + " " + what
                                + ". Nothing of the operation takes effect.",
                        cause,
                        fix),
                index,
                failure);
    }
}
