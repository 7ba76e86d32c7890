package dev.dovetail.migrations.cli;

import dev.dovetail.migrations.Migrations;
import dev.dovetail.migrations.doctor.Diagnosis;
import dev.dovetail.migrations.report.DoctorText;
import dev.dovetail.migrations.report.JsonReport;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Finds what is wrong with a database, its scripts, its history and its lock, and what killed processes left.",
            "Each finding comes with the command to go on. The exit code is 1 if there is one."
        },
        footer = {
            "",
            "Examples:",
            "  dovetail doctor --url postgresql://…/shop",
            "  dovetail doctor --url postgresql://…/shop --remove-leftovers"
        })
final class DoctorCommand extends MigrationsCommand {

    @Option(
            names = "--remove-leftovers",
            description =
                    "Drop scratch databases that nobody is connected to, and delete temporary folders that were not"
                            + " used for a day.")
    boolean remove;

    @Override
    Answer answer(Migrations migrations) {
        List<String> removed = remove ? migrations.removeLeftovers() : List.of();
        Diagnosis diagnosis = migrations.doctor();
        List<String> lines = new ArrayList<>();
        removed.forEach(what -> lines.add("Removed " + what));
        lines.addAll(DoctorText.lines(diagnosis));
        return Answer.of(lines, JsonReport.diagnosis(diagnosis, removed)).failing(!diagnosis.isWell());
    }
}
