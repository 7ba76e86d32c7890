package dev.dovetail.migrations.autogenerate.model;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.migrations.diff.Rename;
import dev.dovetail.migrations.error.MigrationError;
import dev.dovetail.migrations.error.MigrationException;
import dev.dovetail.orm.schema.EntitySchema;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The tables of entities. Each engine's are asked for once. */
final class EntityModel implements SchemaModel {

    private final List<Class<?>> entities;
    private final Map<Engine, EntitySchema> schemas = new EnumMap<>(Engine.class);

    EntityModel(List<Class<?>> entities) {
        this.entities = List.copyOf(entities);
    }

    @Override
    public List<String> createStatements(Engine engine) {
        return schema(engine).createStatements();
    }

    @Override
    public List<Rename> renames(Engine engine) {
        return schema(engine).formerNames().stream().map(name -> rename(name)).toList();
    }

    @Override
    public boolean isComplete() {
        return false;
    }

    private static Rename rename(EntitySchema.FormerName name) {
        String column = name.column();
        return column == null
                ? Rename.ofTable(name.former(), name.table())
                : Rename.ofColumn(name.table(), name.former(), column);
    }

    private EntitySchema schema(Engine engine) {
        synchronized (schemas) {
            return Objects.requireNonNull(schemas.computeIfAbsent(engine, this::read));
        }
    }

    private EntitySchema read(Engine engine) {
        try {
            return EntitySchema.of(engine, entities);
        } catch (NoClassDefFoundError missing) {
            throw new MigrationException(
                    new Explanation(
                            MigrationError.MODEL_UNREADABLE,
                            "The entities cannot be read: " + missing.getMessage() + " is not on the classpath.",
                            "dovetail-orm, which knows what tables entities ask for, is an optional dependency",
                            "add dev.dovetail:dovetail-orm; or give the schema as statements"),
                    missing);
        }
    }
}
