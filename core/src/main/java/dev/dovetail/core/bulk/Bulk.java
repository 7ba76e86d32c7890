package dev.dovetail.core.bulk;

import dev.dovetail.core.internal.bulk.BulkStatements;
import dev.dovetail.core.spi.DatabaseAccess;
import org.jooq.Record;
import org.jooq.Table;

/**
 * Bulk operations of a database. They join the transaction of their thread, or else are one: all rows or none, unless
 * {@link BulkWrite#committingEvery} says otherwise. Rows are read, converted and sent in chunks, so memory
 * use does not grow with their number; the source of the rows may use the database meanwhile.
 */
public interface Bulk {

    /** The bulk operations of a database; applications get them from {@code Database.bulk()}. */
    static Bulk on(DatabaseAccess access) {
        return new DatabaseBulk(new BulkStatements(access));
    }

    /** Starts an insert into a table, or an upsert. */
    <R extends Record> BulkInsert<R> insert(Table<R> table);

    /** Starts an update of rows of a table, each found by its key. */
    <R extends Record> BulkUpdate<R> update(Table<R> table);

    /** Starts a delete of rows of a table, by their keys or by a condition. */
    <R extends Record> BulkDelete<R> delete(Table<R> table);

    /**
     * How many rows an operation with this checkpoint has committed; 0 if it never committed any.
     *
     * @throws dev.dovetail.core.error.StatementFailedException if the checkpoint's table does not exist
     */
    long rowsCommitted(BulkCheckpoint checkpoint);
}
