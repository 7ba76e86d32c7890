package dev.dovetail.core.bulk;

import dev.dovetail.core.spi.DatabaseAccess;
import java.util.List;
import java.util.Objects;
import org.jooq.Record;
import org.jooq.Table;

/** Starts bulk operations on a database. */
record DatabaseBulk(DatabaseAccess access) implements Bulk {

    @Override
    public <R extends Record> BulkInsert<R> insert(Table<R> table) {
        return new DatabaseBulkInsert<>(access, Objects.requireNonNull(table, "table"), List.of(), rows -> {});
    }
}
