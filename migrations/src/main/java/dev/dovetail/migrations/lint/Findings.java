package dev.dovetail.migrations.lint;

import java.util.ArrayList;
import java.util.List;

/** Collects what is found in one script. */
final class Findings {

    private final ScriptView script;
    private final List<LintFinding> found = new ArrayList<>();

    Findings(ScriptView script) {
        this.script = script;
    }

    /** A rule that is not about the engine of the script is left away. */
    void add(LintRule rule, Statement statement, String fact) {
        add(rule, statement.source().line(), statement.index() + 1, fact, statement.firstLine());
    }

    void addForScript(LintRule rule, int line, String fact) {
        add(rule, line, 0, fact, "");
    }

    private void add(LintRule rule, int line, int number, String fact, String text) {
        if (rule.engines().contains(script.engine())) {
            LintFinding finding =
                    new LintFinding(rule, script.engine(), script.script().source(), line, number, fact, text);
            if (!found.contains(finding)) {
                found.add(finding);
            }
        }
    }

    List<LintFinding> all() {
        return found;
    }
}
