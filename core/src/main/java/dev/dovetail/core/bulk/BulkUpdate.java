package dev.dovetail.core.bulk;

import org.jooq.Field;
import org.jooq.Record;

/**
 * An update of many rows from values, one statement for many keys where the engine has one.
 *
 * @param <R> the record type of the table
 */
public interface BulkUpdate<R extends Record> extends BulkWrite<BulkUpdate<R>> {

    /**
     * The columns by which a row is found: the first values of each given row. They are not changed, and null finds
     * nothing.
     *
     * @throws IllegalArgumentException if there are none, or one stands twice
     */
    BulkUpdate<R> key(Field<?>... columns);

    /**
     * The columns that get new values: the values after those of the key.
     *
     * @throws IllegalArgumentException if there are none, or one stands twice
     */
    BulkUpdate<R> set(Field<?>... columns);
}
