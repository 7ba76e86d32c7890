package dev.dovetail.migrations.autogenerate.model;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.migrations.diff.Rename;
import java.util.List;
import java.util.function.Function;

/** A schema as SQL. */
record StatementModel(Function<Engine, List<String>> statements) implements SchemaModel {

    @Override
    public List<String> createStatements(Engine engine) {
        return List.copyOf(statements.apply(engine));
    }

    @Override
    public List<Rename> renames(Engine engine) {
        return List.of();
    }

    @Override
    public boolean isComplete() {
        return true;
    }
}
