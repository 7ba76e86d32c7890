package dev.dovetail.core.bulk;

import dev.dovetail.core.internal.bulk.BulkChunk;
import dev.dovetail.core.internal.bulk.BulkWork;
import dev.dovetail.core.internal.bulk.Surrogates;
import dev.dovetail.core.internal.bulk.UnfitValueException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.exception.DataTypeException;
import org.jspecify.annotations.Nullable;

/** The rows of a bulk operation, each checked against its columns as it is read. */
final class BulkRows {

    /** As much of text and bytes, roughly: a chunk of large values must still be small. */
    private static final long SIZE_OF_A_CHUNK = 1 << 20;

    private final BulkWork work;
    private final Field<?>[] columns;
    private final boolean[] needed;
    private final Source source;
    private long index = -1;

    BulkRows(BulkWork work, Source source) {
        this.work = work;
        this.columns = work.columns().toArray(new Field<?>[0]);
        this.source = source;
        this.needed = new boolean[columns.length];
        if (work.kind() == BulkWork.Kind.UPDATE || work.kind() == BulkWork.Kind.DELETE) {
            for (int position : work.keyPositions()) {
                needed[position] = true;
            }
        }
    }

    /** Where rows come from. */
    interface Source {
        boolean hasNext();

        BulkRow next();

        /** Lets the next one go without making a row of it. */
        void skip();
    }

    boolean hasNext() {
        return source.hasNext();
    }

    /** How many rows were read or skipped. */
    long read() {
        return index + 1;
    }

    void skip(long rows) {
        for (long i = 0; i < rows && source.hasNext(); i++) {
            source.skip();
            index++;
        }
    }

    /** The next rows, at most so many; none at the end. */
    BulkChunk chunk(int limit) {
        long first = index + 1;
        List<@Nullable Object[]> rows = new ArrayList<>(limit);
        long size = 0;
        while (rows.size() < limit && size < SIZE_OF_A_CHUNK && source.hasNext()) {
            @Nullable Object[] row = next();
            for (Object value : row) {
                size += BulkValues.size(value);
            }
            rows.add(row);
        }
        return new BulkChunk(first, rows);
    }

    /** The next row's values, each of its column's Java type or null. */
    private @Nullable Object[] next() {
        BulkRow row = source.next();
        index++;
        if (row.size() != columns.length) {
            throw bad(
                    "has " + row.size() + " values, but there are " + columns.length + " columns",
                    "the row does not list its values in the order of the columns",
                    "give each row exactly one value for each column, null where there is none",
                    null);
        }
        @Nullable Object[] values = new Object[columns.length];
        for (int i = 0; i < columns.length; i++) {
            values[i] = value(i, row.get(i));
        }
        return values;
    }

    private @Nullable Object value(int position, @Nullable Object given) {
        Field<?> column = columns[position];
        if (given == null) {
            if (needed[position]) {
                throw bad(
                        "has null for its key column " + column.getName() + ", and null finds no row",
                        "the key was not set",
                        "leave the row out, or give its key",
                        null);
            }
            return null;
        }
        if (!column.getType().isInstance(given)) {
            return converted(column, given);
        }
        if (given instanceof String text) {
            requireWhole(column, text);
            return given;
        }
        return BulkValues.copy(given);
    }

    private void requireWhole(Field<?> column, String text) {
        try {
            Surrogates.requirePaired(text);
        } catch (UnfitValueException unfit) {
            throw bad(
                    "cannot be written in column " + column.getName() + ": " + unfit.getMessage(),
                    "text was cut in the middle of a character",
                    unfit.fix(),
                    null);
        }
    }

    private Object converted(Field<?> column, Object given) {
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
        return BadBulkRowException.of(work.table(), "Row " + index, what, cause, fix, index, failure);
    }
}
