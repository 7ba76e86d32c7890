package dev.dovetail.migrations.code.choosy;

import dev.dovetail.migrations.code.JavaMigration;
import dev.dovetail.migrations.code.MigrationContext;

final class V4__in_one_transaction implements JavaMigration {

    @Override
    public void upgrade(MigrationContext context) {
        context.backfill("names").table("users").set("name = 'filled'").run();
    }
}
