package dev.dovetail.migrations.cli;

import dev.dovetail.core.error.Coded;
import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.ErrorCode;
import dev.dovetail.migrations.error.MigrationError;
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
            MigrationError.BAD_RENAME);

    private FailureOutput() {}

    static int usage(ParameterException failure, Secrets secrets) {
        CommandLine command = failure.getCommandLine();
        command.getErr().println(secrets.hideIn(String.valueOf(failure.getMessage())));
        command.getErr().println();
        command.usage(command.getErr());
        return ExitCode.USAGE;
    }

    static int failure(Exception failure, CommandLine command, Secrets secrets) {
        boolean explained = failure instanceof Coded;
        String message = explained ? String.valueOf(failure.getMessage()) : failure.toString();
        command.getErr().println(secrets.hideIn(message));
        return failure instanceof Coded coded && BAD_INPUT.contains(coded.code()) ? ExitCode.USAGE : ExitCode.SOFTWARE;
    }
}
