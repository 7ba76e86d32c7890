package dev.dovetail.migrations.cli;

import dev.dovetail.core.engine.Engine;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Engines as they are written on the command line. */
final class EngineNames {

    private EngineNames() {}

    static Engine[] parse(List<String> names, CommandSpec command) {
        return names.stream().map(name -> parse(name, command)).toArray(Engine[]::new);
    }

    private static Engine parse(String name, CommandSpec command) {
        return Arrays.stream(Engine.values())
                .filter(engine -> engine.id().equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        command.commandLine(),
                        "There is no engine '" + name + "'; there are "
                                + Arrays.stream(Engine.values()).map(Engine::id).collect(Collectors.joining(", "))
                                + "."));
    }
}
