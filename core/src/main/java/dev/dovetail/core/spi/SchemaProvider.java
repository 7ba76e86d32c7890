package dev.dovetail.core.spi;

import java.util.List;

/**
 * Makes the tables of an empty database, for those who test with one and must not depend on the module that knows how.
 * Found by {@link java.util.ServiceLoader}: a public class with a constructor without parameters. Thread-safe.
 */
public interface SchemaProvider {

    /** The name of the provider that makes what entities need. */
    String ENTITIES = "entities";

    /** The name of the provider that applies migrations. */
    String MIGRATIONS = "migrations";

    /** What it makes tables from: {@link #ENTITIES}, {@link #MIGRATIONS}. */
    String name();

    /**
     * Makes the tables.
     *
     * @param entities what is to be kept in them; may be empty for {@link #MIGRATIONS}
     * @param locations where {@link #MIGRATIONS} are; empty for where they are by default
     */
    void create(DatabaseAccess database, List<Class<?>> entities, List<String> locations);
}
