package dev.dovetail.migrations.cli;

import dev.dovetail.migrations.autogenerate.model.EntityClasses;
import dev.dovetail.migrations.autogenerate.model.SchemaModel;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** Where the entities are. */
final class ModelOptions {

    @Option(
            names = "--classpath",
            paramLabel = "<path>",
            description = "Folders of compiled classes, in which entities are looked for, and jars that they need,"
                    + " as Java writes it. Default: target/classes")
    String classpath = "target/classes";

    @Option(
            names = "--entities",
            paramLabel = "<name>",
            split = ",",
            description = "Classes or packages, if not all entities count.")
    List<String> entities = List.of();

    <T> T with(Function<SchemaModel, T> use) {
        return EntityClasses.with(EntityClasses.classpath(classpath), entities, use);
    }
}
