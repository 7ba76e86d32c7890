package dev.dovetail.core.bulk;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;

/**
 * A delete of many rows in chunks.
 *
 * @param <R> the record type of the table
 */
public interface BulkDelete<R extends Record> extends BulkWrite<BulkDelete<R>> {

    /**
     * The columns by which a row is found: the values of each given row. Null finds nothing.
     *
     * @throws IllegalArgumentException if there are none, or one stands twice
     */
    BulkDelete<R> key(Field<?>... columns);

    /** Deletes what fulfils the condition instead of given rows. */
    BulkDeleteWhere where(Condition condition);
}
