package dev.dovetail.migrations.lint;

import dev.dovetail.core.engine.Engine;

/**
 * A statement that a rule speaks of. Immutable.
 *
 * @param rule the rule, with what to do instead
 * @param engine the engine that the script is for
 * @param script the script, with its folder
 * @param line where the statement begins, from 1
 * @param statement its number in the script, from 1; 0 if the whole script is meant
 * @param fact what it does, with names
 * @param text the statement's first line
 */
public record LintFinding(
        LintRule rule, Engine engine, String script, int line, int statement, String fact, String text) {}
