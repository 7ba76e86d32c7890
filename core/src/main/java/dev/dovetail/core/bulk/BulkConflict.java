package dev.dovetail.core.bulk;

import org.jooq.Field;
import org.jooq.Record;

/**
 * What an insert does with a row whose key exists already. Other keys are not looked at: breaking one of them is a
 * {@link dev.dovetail.core.error.DuplicateKeyException} on every engine.
 *
 * @param <R> the record type of the table
 */
public interface BulkConflict<R extends Record> {

    /**
     * The existing row gets the new values of these columns. Of several given rows with one key, the last one wins.
     *
     * @throws IllegalArgumentException if there are none, or one is not among the columns of the insert
     */
    BulkInsert<R> update(Field<?>... columns);

    /** The existing row stays as it is. Of several given rows with one key, the first one wins. */
    BulkInsert<R> doNothing();
}
