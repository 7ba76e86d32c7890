package dev.dovetail.migrations.cli;

import dev.dovetail.migrations.Migrations;
import dev.dovetail.migrations.lint.LintReport;
import dev.dovetail.migrations.lint.Severity;
import dev.dovetail.migrations.report.JsonReport;
import dev.dovetail.migrations.report.LintText;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

@Command(
        name = "lint",
        mixinStandardHelpOptions = true,
        description = {
            "Looks through upgrade scripts for what locks, rewrites, loses data or breaks running instances.",
            "Each finding comes with what to write instead; docs/lint.md lists the rules.",
            "What is meant as it is gets a comment above it: -- lint: ignore DVT-L15 <reason>"
        },
        footer = {
            "",
            "Examples:",
            "  dovetail lint all --locations db/migration      every script, without a database",
            "  dovetail lint head --fail-on warning            the newest revision, more strictly",
            "  dovetail lint --url postgresql://…              what is pending there"
        })
final class LintCommand extends MigrationsCommand {

    private static final String NEVER = "never";

    @Parameters(
            arity = "0..1",
            paramLabel = "<scope>",
            description = "pending (default, needs a database), all, head, or the beginning of a revision's id")
    String scope = "pending";

    @Option(
            names = "--fail-on",
            paramLabel = "<severity>",
            description = "From which severity on the exit code is 1: note, warning, error (default), never")
    String failOn = "error";

    @Override
    boolean needsDatabase() {
        return scope.equals("pending");
    }

    @Override
    Answer answer(Migrations migrations) {
        Optional<Severity> limit = limit();
        LintReport report = migrations.lint(scope);
        return Answer.of(LintText.lines(report), JsonReport.lint(report))
                .failing(limit.filter(severity -> !report.atLeast(severity).isEmpty())
                        .isPresent());
    }

    private Optional<Severity> limit() {
        if (failOn.equals(NEVER)) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(Severity.values())
                .filter(severity -> severity.name().toLowerCase(Locale.ROOT).equals(failOn))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        command().commandLine(),
                        "'" + failOn + "' is no severity; there are note, warning, error and never.")));
    }
}
