package dev.dovetail.core.bulk;

import dev.dovetail.core.internal.bulk.BulkStatements;
import org.jooq.Record;
import org.jooq.Table;

/** Starts bulk operations on a database. */
record DatabaseBulk(BulkStatements statements) implements Bulk {

    @Override
    public <R extends Record> BulkInsert<R> insert(Table<R> table) {
        return DatabaseInsert.into(BulkSettings.of(statements, table));
    }

    @Override
    public <R extends Record> BulkUpdate<R> update(Table<R> table) {
        return DatabaseUpdate.of(BulkSettings.of(statements, table));
    }

    @Override
    public <R extends Record> BulkDelete<R> delete(Table<R> table) {
        return DatabaseDelete.from(BulkSettings.of(statements, table));
    }

    @Override
    public long rowsCommitted(BulkCheckpoint checkpoint) {
        return new CheckpointRow(statements.access(), checkpoint).rowsCommitted();
    }
}
