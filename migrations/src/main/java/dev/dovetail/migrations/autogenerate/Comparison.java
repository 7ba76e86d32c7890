package dev.dovetail.migrations.autogenerate;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.migrations.autogenerate.model.SchemaModel;
import dev.dovetail.migrations.catalog.Schema;
import dev.dovetail.migrations.ddl.Ddl;
import dev.dovetail.migrations.diff.Rename;
import dev.dovetail.migrations.diff.SchemaChange;
import dev.dovetail.migrations.scratch.ScratchDatabase;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Compares what is there with what a model makes. */
final class Comparison {

    private Comparison() {}

    /**
     * The way from the one to the other.
     *
     * @param renamed gives what is there after renamings, as the engine itself carries them out: it knows where else a
     *     name stands
     */
    static EngineChange of(
            Engine engine,
            Schema previous,
            Schema target,
            SchemaModel model,
            GenerateOptions options,
            Function<List<Rename>, Schema> renamed) {
        List<Rename> renames = Renames.of(engine, previous, target, options.renames(), model.renames(engine));
        Schema start = renames.isEmpty() ? previous : renamed.apply(renames);
        Goal goal = Goal.of(start, target, model.isComplete(), Set.copyOf(options.kept()));
        return new EngineChange(
                engine,
                previous,
                goal,
                renames,
                SchemaChange.between(start, goal.schema()),
                SchemaChange.between(goal.schema(), start));
    }

    static Schema renamed(ScratchDatabase database, Engine engine, List<Rename> renames) {
        Ddl ddl = Ddl.of(engine);
        return database.schemaAfter(
                renames.stream().map(ddl::rename).toList(),
                EngineChange.reversed(renames).stream().map(ddl::rename).toList());
    }
}
