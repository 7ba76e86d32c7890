package dev.dovetail.migrations.autogenerate.model;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.migrations.diff.Rename;
import java.util.List;
import java.util.function.Function;

/** What a schema should become. Thread-safe. */
public interface SchemaModel {

    /**
     * The tables of entity classes. It needs {@code dovetail-orm} on the classpath.
     *
     * @throws dev.dovetail.migrations.error.MigrationException if that is not there
     */
    static SchemaModel entities(Class<?>... entities) {
        return entities(List.of(entities));
    }

    /** Like {@link #entities(Class[])}. */
    static SchemaModel entities(List<Class<?>> entities) {
        return new EntityModel(entities);
    }

    /**
     * What statements make in an empty database: for a schema that is kept as SQL. They say everything about the tables,
     * so that an index which they do not have is to go.
     *
     * @param statements for an engine, in order
     */
    static SchemaModel statements(Function<Engine, List<String>> statements) {
        return new StatementModel(statements);
    }

    /** The statements that make it in an empty database, in order. */
    List<String> createStatements(Engine engine);

    /** Tables and columns that had other names, as the model itself says. */
    List<Rename> renames(Engine engine);

    /**
     * Whether it can say everything that a table can have. Entities cannot: an index on a part of the rows, or a foreign key
     * that waits for the commit, stands in a script that somebody wrote, and stays.
     */
    boolean isComplete();
}
