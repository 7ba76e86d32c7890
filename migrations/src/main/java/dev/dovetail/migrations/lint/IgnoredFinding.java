package dev.dovetail.migrations.lint;

/**
 * A finding that the script asks to be silent about.
 *
 * @param finding what was found
 * @param reason what the script says
 */
public record IgnoredFinding(LintFinding finding, String reason) {}
