package dev.dovetail.migrations.report;

import dev.dovetail.migrations.lint.LintFinding;
import dev.dovetail.migrations.lint.LintReport;
import dev.dovetail.migrations.lint.Severity;
import java.util.ArrayList;
import java.util.List;

/** What was found in scripts, as lines of text. */
public final class LintText {

    private LintText() {}

    /** Each finding with its statement and recipe, and a line that counts them. */
    public static List<String> lines(LintReport report) {
        List<String> lines = new ArrayList<>();
        report.findings().forEach(finding -> {
            lines.add(heading(finding));
            if (!finding.text().isEmpty()) {
                lines.add("    " + finding.text());
            }
            lines.add("    instead: " + finding.rule().recipe());
        });
        report.ignored()
                .forEach(ignored -> lines.add(heading(ignored.finding()) + " (ignored: " + ignored.reason() + ")"));
        lines.add(summary(report));
        return lines;
    }

    private static String heading(LintFinding finding) {
        return finding.script() + ":" + finding.line() + ": "
                + JsonReport.lower(finding.rule().severity()) + " "
                + finding.rule().id() + " " + finding.rule().effect().words() + ": " + finding.fact();
    }

    private static String summary(LintReport report) {
        return plural(count(report, Severity.ERROR), "error") + ", "
                + plural(count(report, Severity.WARNING), "warning")
                + ", " + plural(count(report, Severity.NOTE), "note") + " in "
                + plural(report.statements(), "statement")
                + " of " + plural(report.scripts(), "script") + "; "
                + report.ignored().size() + " ignored.";
    }

    private static String plural(long count, String word) {
        return count + " " + word + (count == 1 ? "" : "s");
    }

    private static long count(LintReport report, Severity severity) {
        return report.findings().stream()
                .filter(finding -> finding.rule().severity() == severity)
                .count();
    }
}
