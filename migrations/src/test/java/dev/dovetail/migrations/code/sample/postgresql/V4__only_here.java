package dev.dovetail.migrations.code.sample.postgresql;

import dev.dovetail.migrations.code.JavaMigration;
import dev.dovetail.migrations.code.MigrationContext;
import java.sql.SQLException;
import java.sql.Statement;

final class V4__only_here implements JavaMigration {

    @Override
    public void upgrade(MigrationContext context) throws SQLException {
        try (Statement statement = context.connection().createStatement()) {
            statement.execute("create table only_here (id integer)");
        }
    }

    @Override
    public int checksum() {
        return 42;
    }
}
