package dev.dovetail.migrations.code.commits;

import dev.dovetail.migrations.code.JavaMigration;
import dev.dovetail.migrations.code.MigrationContext;
import java.sql.SQLException;

final class V2__commits implements JavaMigration {

    @Override
    public void upgrade(MigrationContext context) throws SQLException {
        context.sql().execute("insert into users (id, name) values (7, 'half done')");
        context.connection().commit();
    }
}
