package dev.dovetail.migrations.cli;

import static dev.dovetail.migrations.report.JsonReport.object;

import dev.dovetail.migrations.report.Json;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = "Prints a script with which bash and zsh complete commands and options.",
        footer = {
            "",
            "Examples:",
            "  source <(dovetail completion)                                        for this shell",
            "  dovetail completion > /etc/bash_completion.d/dovetail                for every one",
            "It completes a command called dovetail: alias dovetail='java -jar dovetail-migrations-cli.jar'"
        })
final class CompletionCommand implements Callable<Integer>, JsonCommand {

    @Option(names = JsonCommand.OPTION, description = "Print one JSON value instead of text (docs/command-line.md).")
    boolean json;

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine command = Objects.requireNonNull(spec, "picocli gives it").commandLine();
        String script = AutoComplete.bash("dovetail", new CommandLine(new Dovetail()));
        if (json) {
            command.getOut()
                    .println(Json.text(object(
                            "command", "completion", "ok", true, "exitCode", 0, "result", object("script", script))));
        } else {
            command.getOut().print(script);
            command.getOut().flush();
        }
        return CommandLine.ExitCode.OK;
    }

    @Override
    public boolean isJson() {
        return json;
    }
}
