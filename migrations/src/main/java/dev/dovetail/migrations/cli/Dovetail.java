package dev.dovetail.migrations.cli;

import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The {@code dovetail} command. Exit codes: 0 done, 1 failed, 2 wrong usage, URL, location or target. */
@Command(
        name = "dovetail",
        mixinStandardHelpOptions = true,
        versionProvider = Dovetail.Version.class,
        description = "Brings database schemas from one revision to another.",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, and everything is in order",
            "1:failed, or something was found (check, lint, doctor)",
            "2:wrong usage, URL, location or target"
        },
        footerHeading = "%nFirst steps:%n",
        footer = {
            "  dovetail init                                          folders for scripts",
            "  dovetail migrate -m \"first tables\"                    scripts from the entities in target/classes",
            "  dovetail lint all                                      what would hurt a running application",
            "  dovetail upgrade --url sqlite:///shop.db               run what is pending",
            "  dovetail history --url sqlite:///shop.db               what ran, and what did not",
            "  dovetail doctor --url sqlite:///shop.db                what is wrong, and how to go on",
            "",
            "Every command explains itself: dovetail migrate --help. With --json it prints one JSON value.",
            "A URL in the environment variable DOVETAIL_URL keeps the password out of the list of processes."
        },
        subcommands = {
            InitCommand.class,
            MigrateCommand.class,
            RevisionCommand.class,
            MergeCommand.class,
            CheckCommand.class,
            DiffCommand.class,
            HeadsCommand.class,
            ShowCommand.class,
            SqlCommand.class,
            UpgradeCommand.class,
            DowngradeCommand.class,
            CurrentCommand.class,
            HistoryCommand.class,
            StampCommand.class,
            LintCommand.class,
            DoctorCommand.class,
            DiagramCommand.class,
            CompletionCommand.class,
            ResumeCommand.class,
            BackfillCommand.class
        })
public final class Dovetail implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    /** For picocli. */
    public Dovetail() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        // Hibernate would otherwise tell on the terminal what it does.
        System.setProperty("org.jboss.logging.provider", "slf4j");
        System.exit(run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), arguments));
    }

    /** Runs a command and returns its exit code. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        Secrets secrets = Secrets.in(arguments);
        return new CommandLine(new Dovetail())
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler((failure, all) ->
                        FailureOutput.usage(failure, secrets, List.of(all).contains(JsonCommand.OPTION)))
                .setExecutionExceptionHandler(
                        (failure, command, result) -> FailureOutput.failure(failure, command, secrets))
                .execute(arguments);
    }

    @Override
    public void run() {
        CommandSpec command = spec;
        if (command != null) {
            throw new CommandLine.ParameterException(command.commandLine(), "Which command?");
        }
    }

    /** The version in the manifest of the jar. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Dovetail.class.getPackage().getImplementationVersion();
            return new String[] {"dovetail " + (version == null ? "(not packaged)" : version)};
        }
    }
}
