package dev.dovetail.core.bulk;

import dev.dovetail.core.transaction.Transactor;
import java.util.function.LongConsumer;
import org.jooq.Condition;

/** A delete by condition. */
record DatabaseDeleteWhere(BulkSettings settings, Condition condition) implements BulkDeleteWhere {

    private static final int CHUNK = 1_000;

    @Override
    public BulkDeleteWhere committingEvery(int rows) {
        return new DatabaseDeleteWhere(settings.commitEvery(rows, null), condition);
    }

    @Override
    public BulkDeleteWhere onProgress(LongConsumer rowsDeleted) {
        return new DatabaseDeleteWhere(settings.progress(rowsDeleted), condition);
    }

    @Override
    public long execute() {
        Transactor transactor = settings.access().transactions().transactor();
        if (settings.commitEvery() == 0) {
            return transactor.call(() -> {
                long deleted = 0;
                for (int chunk = chunk(CHUNK); chunk > 0; chunk = chunk(CHUNK)) {
                    deleted += chunk;
                    settings.progress().accept(deleted);
                }
                return deleted;
            });
        }
        BulkRun.requireOwnTransactions(settings);
        long deleted = 0;
        while (true) {
            int chunk = transactor.call(() -> chunk(settings.commitEvery()));
            if (chunk == 0) {
                return deleted;
            }
            deleted += chunk;
            settings.progress().accept(deleted);
        }
    }

    /** Not "fewer than asked" but "none" is the end: a cascade may take rows of the chunk before their turn. */
    private int chunk(int rows) {
        return settings.access()
                .sql()
                .deleteFrom(settings.table())
                .where(condition)
                .limit(rows)
                .execute();
    }
}
