package dev.dovetail.migrations.code.unfinished;

import dev.dovetail.migrations.code.JavaMigration;
import dev.dovetail.migrations.code.MigrationContext;
import dev.dovetail.migrations.code.RevisionHeader;
import java.util.concurrent.atomic.AtomicBoolean;

/** Fails once, after its second batch. */
@RevisionHeader(transaction = false)
public final class V2__in_batches implements JavaMigration {

    public static final AtomicBoolean FAILS = new AtomicBoolean();

    @Override
    public void upgrade(MigrationContext context) {
        context.backfill("names of users")
                .table("users")
                .set("name = 'filled'")
                .batchSize(2)
                .onProgress(progress -> {
                    if (progress.batches() == 2 && FAILS.getAndSet(false)) {
                        throw new IllegalStateException("out of power");
                    }
                })
                .run();
    }
}
