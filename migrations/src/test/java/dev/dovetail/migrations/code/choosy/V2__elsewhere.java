package dev.dovetail.migrations.code.choosy;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.migrations.code.JavaMigration;
import dev.dovetail.migrations.code.MigrationContext;
import dev.dovetail.migrations.code.RevisionHeader;

@RevisionHeader(engines = {Engine.H2, Engine.MARIADB})
final class V2__elsewhere implements JavaMigration {

    @Override
    public void upgrade(MigrationContext context) {
        context.sql().execute("update users set name = 'elsewhere'");
    }
}
