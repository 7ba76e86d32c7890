package dev.dovetail.core.query;

import java.sql.SQLException;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Makes jOOQ's records, attached to nothing. */
record JooqRecordReader<R extends Record>(Columns columns) implements RowReader<R> {

    @Override
    @SuppressWarnings("unchecked") // the query's own record type
    public R read(Row row) throws SQLException {
        @Nullable Object[] values = new Object[columns.fields().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.get(i);
        }
        Record read = DSL.using(columns.configuration()).newRecord(columns.fields());
        read.fromArray(values);
        Record typed = columns.record().isInstance(read) ? read : read.into(columns.record());
        typed.changed(false);
        typed.detach();
        return (R) typed;
    }
}
