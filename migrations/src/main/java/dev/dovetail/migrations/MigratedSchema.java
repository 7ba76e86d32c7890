package dev.dovetail.migrations;

import dev.dovetail.core.spi.DatabaseAccess;
import dev.dovetail.core.spi.SchemaProvider;
import java.util.List;

/** Applies all migrations, for tests that find out by themselves how. Public for the service loader only. */
public final class MigratedSchema implements SchemaProvider {

    /** For the service loader. */
    public MigratedSchema() {}

    @Override
    public String name() {
        return MIGRATIONS;
    }

    @Override
    public void create(DatabaseAccess database, List<Class<?>> entities, List<String> locations) {
        MigrationOptions options = new MigrationOptions();
        if (!locations.isEmpty()) {
            options.locations(locations.toArray(String[]::new));
        }
        new ScriptedMigrations(database, options).upgrade();
    }
}
