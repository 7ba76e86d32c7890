package dev.dovetail.orm.internal.schema;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.orm.internal.boot.SessionFactories;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What entities ask of a database.
 *
 * @param createStatements make everything in an empty one
 * @param formerNames names that tables and columns had
 */
public record Blueprint(List<String> createStatements, List<FormerName> formerNames) {

    /** Of entities on an engine. */
    public static Blueprint of(Engine engine, List<Class<?>> entities) {
        return SessionFactories.booted(
                engine,
                entities,
                (metadata, factory) -> new Blueprint(
                        Schema.create(SchemaStatements.of(metadata, factory, engine), Set.of()),
                        FormerNames.of(metadata)));
    }

    /**
     * A name that a table or a column had.
     *
     * @param table of now
     * @param column of now, or null if the table is meant
     * @param former the name before
     */
    public record FormerName(String table, @Nullable String column, String former) {}
}
