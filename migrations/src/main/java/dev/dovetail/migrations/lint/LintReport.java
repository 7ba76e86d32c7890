package dev.dovetail.migrations.lint;

import dev.dovetail.core.error.Explanation;
import dev.dovetail.migrations.error.MigrationError;
import dev.dovetail.migrations.error.MigrationException;
import java.util.ArrayList;
import java.util.List;

/**
 * What was found in scripts. Immutable.
 *
 * @param findings in the order of scripts and statements
 * @param ignored what {@code -- lint: ignore} keeps silent
 * @param scripts how many scripts were looked at
 * @param statements how many statements they have
 */
public record LintReport(List<LintFinding> findings, List<IgnoredFinding> ignored, int scripts, int statements) {

    /** Keeps copies. */
    public LintReport {
        findings = List.copyOf(findings);
        ignored = List.copyOf(ignored);
    }

    /** Nothing was looked at. */
    public static LintReport empty() {
        return new LintReport(List.of(), List.of(), 0, 0);
    }

    /** This and another one. */
    public LintReport and(LintReport other) {
        List<LintFinding> allFindings = new ArrayList<>(findings);
        allFindings.addAll(other.findings);
        List<IgnoredFinding> allIgnored = new ArrayList<>(ignored);
        allIgnored.addAll(other.ignored);
        return new LintReport(allFindings, allIgnored, scripts + other.scripts, statements + other.statements);
    }

    /** The findings that are at least so bad. */
    public List<LintFinding> atLeast(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.rule().severity().compareTo(severity) >= 0)
                .toList();
    }

    /**
     * Refuses findings, for a build.
     *
     * @throws MigrationException if there is one that is at least so bad
     */
    public void requireNone(Severity severity) {
        List<LintFinding> bad = atLeast(severity);
        if (!bad.isEmpty()) {
            StringBuilder fact = new StringBuilder("Scripts do what hurts a running application:");
            bad.forEach(finding -> fact.append("\n    ")
                    .append(finding.script())
                    .append(", line ")
                    .append(finding.line())
                    .append(": ")
                    .append(finding.rule().id())
                    .append(' ')
                    .append(finding.fact()));
            throw new MigrationException(new Explanation(
                    MigrationError.LINT_FAILED,
                    fact.toString(),
                    "they do in one step what needs two",
                    "dovetail lint prints the recipe for each; what is meant as it is gets a comment above it:"
                            + " -- lint: ignore "
                            + bad.get(0).rule().id() + " <reason>"));
        }
    }
}
