package dev.dovetail.core.bulk;

import dev.dovetail.core.spi.DatabaseAccess;
import java.util.List;
import java.util.function.LongConsumer;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** Batches of one prepared statement. */
record BatchInsert(DatabaseAccess access, Table<?> table, List<Field<?>> columns, LongConsumer progress) {

    private static final int ROWS_A_BATCH = 1_000;

    long insert(BulkRows rows) {
        DSLContext sql = access.sql();
        Query statement = sql.insertInto(table, columns).values(new @Nullable Object[columns.size()]);
        while (rows.hasNext()) {
            BatchBindStep batch = sql.batch(statement);
            for (int i = 0; i < ROWS_A_BATCH && rows.hasNext(); i++) {
                batch = batch.bind(rows.next());
            }
            batch.execute();
            progress.accept(rows.read());
        }
        return rows.read();
    }
}
