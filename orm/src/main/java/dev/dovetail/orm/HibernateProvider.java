package dev.dovetail.orm;

import dev.dovetail.core.spi.DatabaseAccess;
import dev.dovetail.core.spi.PersistenceProvider;
import dev.dovetail.core.spi.SchemaProvider;
import dev.dovetail.orm.internal.schema.Schema;
import java.util.List;

/**
 * Opens {@link HibernatePersistence} and makes its tables, that of the outbox included, for tests that find both by
 * themselves. Public for the service loader only.
 */
public final class HibernateProvider implements PersistenceProvider, SchemaProvider {

    /** For the service loader. */
    public HibernateProvider() {}

    @Override
    public HibernatePersistence open(DatabaseAccess database, List<Class<?>> entities) {
        return BootedPersistence.boot(database, new PersistenceOptions(), entities);
    }

    @Override
    public String name() {
        return ENTITIES;
    }

    @Override
    public void create(DatabaseAccess database, List<Class<?>> entities, List<String> locations) {
        Schema schema = new Schema(database, entities);
        schema.createAll();
        schema.createOutbox();
    }
}
