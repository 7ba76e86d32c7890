package dev.dovetail.core.bulk;

import org.jooq.Record;
import org.jooq.Table;

/** Bulk operations of a database. They join the transaction of their thread, or else are one: all rows or none. */
public interface Bulk {

    /** Starts an insert into a table. */
    <R extends Record> BulkInsert<R> insert(Table<R> table);
}
