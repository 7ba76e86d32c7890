package dev.dovetail.core.bulk;

import org.jooq.Field;
import org.jooq.Record;

/**
 * An insert of many rows in the fastest way the engine has: {@code COPY} on PostgreSQL, statements of many rows on
 * SQLite, batches of prepared statements elsewhere.
 *
 * @param <R> the record type of the table
 */
public interface BulkInsert<R extends Record> extends BulkWrite<BulkInsert<R>> {

    /**
     * The columns that are given, in the order of each row's values. The others get their defaults.
     *
     * @throws IllegalArgumentException if there are none, or one stands twice
     */
    BulkInsert<R> columns(Field<?>... columns);

    /**
     * Says what happens to a row whose key exists already.
     *
     * @param key the columns of the primary key or of a unique key, all of them among {@link #columns}
     */
    BulkConflict<R> onConflict(Field<?>... key);

    /**
     * Returns the value that the database gave to a column of each row, such as its generated key.
     *
     * @throws IllegalArgumentException if the insert has an {@link #onConflict}, where not every row gets a new key
     */
    <K> BulkKeys<K> returning(Field<K> column);
}
