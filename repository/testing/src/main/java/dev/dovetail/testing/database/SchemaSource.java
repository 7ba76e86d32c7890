package dev.dovetail.testing.database;

import dev.dovetail.core.spi.SchemaProvider;

/** What the tables of a test's database are made from. */
public enum SchemaSource {
    /** The entities, as {@code createAll()} does it, and the table of the outbox. Needs {@code dovetail-orm}. */
    ENTITIES(SchemaProvider.ENTITIES),
    /** The migrations, up to the head. Needs {@code dovetail-migrations}. */
    MIGRATIONS(SchemaProvider.MIGRATIONS),
    /** Nothing: the test makes its tables. */
    NONE("");

    private final String provider;

    SchemaSource(String provider) {
        this.provider = provider;
    }

    /** The name of the {@link SchemaProvider} that makes them; empty for {@link #NONE}. */
    public String provider() {
        return provider;
    }
}
