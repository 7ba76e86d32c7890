package dev.dovetail.core.bulk;

import dev.dovetail.core.spi.DatabaseAccess;
import org.jooq.Record;
import org.jooq.Table;

/** Bulk operations of a database. They join the transaction of their thread, or else are one: all rows or none. */
public interface Bulk {

    /** The bulk operations of a database; applications get them from {@code Database.bulk()}. */
    static Bulk on(DatabaseAccess access) {
        return new DatabaseBulk(access);
    }

    /** Starts an insert into a table. */
    <R extends Record> BulkInsert<R> insert(Table<R> table);
}
