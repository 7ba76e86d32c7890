package dev.dovetail.orm.schema;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.orm.internal.schema.Blueprint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tables that entities ask for on an engine. It needs no database. Immutable.
 *
 * @param createStatements what makes everything in an empty database, in order, as {@link
 *     dev.dovetail.orm.HibernatePersistence#createStatements} gives them
 * @param formerNames what {@link dev.dovetail.repository.RenamedFrom} says
 */
public record EntitySchema(List<String> createStatements, List<FormerName> formerNames) {

    /** Keeps copies. */
    public EntitySchema {
        createStatements = List.copyOf(createStatements);
        formerNames = List.copyOf(formerNames);
    }

    /**
     * Of entity classes; embeddables and mapped superclasses are found from them. It boots them once.
     *
     * @throws dev.dovetail.repository.UnsupportedMappingException if a mapping cannot be served
     */
    public static EntitySchema of(Engine engine, List<Class<?>> entities) {
        Blueprint blueprint = Blueprint.of(engine, entities);
        return new EntitySchema(
                blueprint.createStatements(),
                blueprint.formerNames().stream()
                        .map(name -> new FormerName(name.table(), name.column(), name.former()))
                        .toList());
    }

    /**
     * A name that a table or a column had.
     *
     * @param table the table, by its name of now
     * @param column the column, by its name of now; null if the table itself is meant
     * @param former the name before
     */
    public record FormerName(String table, @Nullable String column, String former) {}
}
