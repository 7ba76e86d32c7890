package dev.dovetail.testing.internal;

import dev.dovetail.core.Database;
import dev.dovetail.core.spi.SchemaProvider;
import dev.dovetail.databases.TestEngine;
import java.util.List;

/**
 * The tables of a test's database.
 *
 * @param source the name of a {@link SchemaProvider}, or empty for none
 * @param locations of the migrations
 */
public record Tables(TestEngine engine, String source, List<Class<?>> entities, List<String> locations) {

    /** Keeps copies. */
    public Tables {
        entities = List.copyOf(entities);
        locations = List.copyOf(locations);
    }

    void create(Database db) {
        if (!source.isEmpty()) {
            Providers.schema(source).create(db.access(), entities, locations);
        }
    }
}
