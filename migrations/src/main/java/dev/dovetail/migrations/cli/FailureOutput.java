package dev.dovetail.migrations.cli;

import static dev.dovetail.migrations.report.JsonReport.object;

import dev.dovetail.core.error.Coded;
import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.ErrorCode;
import dev.dovetail.migrations.error.MigrationError;
import dev.dovetail.migrations.report.Json;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;

/** Prints failures and chooses the exit code. */
final class FailureOutput {

    /** Errors in what was typed. */
    private static final Set<ErrorCode> BAD_INPUT = Set.of(
            CoreError.BAD_URL,
            CoreError.DRIVER_MISSING,
            CoreError.BAD_OPTION,
            MigrationError.LOCATION_MISSING,
            MigrationError.UNKNOWN_TARGET,
            MigrationError.AMBIGUOUS_TARGET,
            MigrationError.UNREACHABLE_TARGET,
            MigrationError.BAD_RENAME,
            MigrationError.BAD_DIAGRAM);

    private FailureOutput() {}

    static int usage(ParameterException failure, Secrets secrets, boolean json) {
        CommandLine command = failure.getCommandLine();
        String message = secrets.hideIn(String.valueOf(failure.getMessage()));
        command.getErr().println(message);
        if (json) {
            print(command, ExitCode.USAGE, Optional.empty(), message);
        } else {
            command.getErr().println();
            command.usage(command.getErr());
        }
        return ExitCode.USAGE;
    }

    static int failure(Exception failure, CommandLine command, Secrets secrets) {
        Optional<ErrorCode> code = failure instanceof Coded coded ? Optional.of(coded.code()) : Optional.empty();
        String message = secrets.hideIn(code.isPresent() ? String.valueOf(failure.getMessage()) : failure.toString());
        int exitCode = code.filter(BAD_INPUT::contains).isPresent() ? ExitCode.USAGE : ExitCode.SOFTWARE;
        command.getErr().println(message);
        Object asked = command.getCommand();
        if (asked instanceof JsonCommand json && json.isJson()) {
            print(command, exitCode, code, message);
        }
        return exitCode;
    }

    /** Standard output holds one JSON value also then; the text for people goes to the other one. */
    private static void print(CommandLine command, int exitCode, Optional<ErrorCode> code, String message) {
        command.getOut()
                .println(Json.text(object(
                        "command",
                        command.getCommandName(),
                        "ok",
                        false,
                        "exitCode",
                        exitCode,
                        "error",
                        object("code", code.map(ErrorCode::id), "message", message))));
    }
}
