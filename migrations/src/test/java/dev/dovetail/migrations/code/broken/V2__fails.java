package dev.dovetail.migrations.code.broken;

import dev.dovetail.migrations.code.JavaMigration;
import dev.dovetail.migrations.code.MigrationContext;

final class V2__fails implements JavaMigration {

    @Override
    public void upgrade(MigrationContext context) {
        context.sql().execute("insert into users (id, name) values (7, 'half done')");
        throw new IllegalStateException("the seventh user is missing");
    }
}
