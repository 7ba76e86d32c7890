package dev.dovetail.migrations.lint;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.migrations.graph.Revision;
import dev.dovetail.migrations.graph.RevisionGraph;
import dev.dovetail.migrations.revision.RevisionId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Looks through the upgrade scripts of one engine. A downgrade is for a machine that may stand still, and is left alone. */
public final class Linter {

    private Linter() {}

    /**
     * Looks through scripts. Those before them are read, too, for what they say about columns and constraints.
     *
     * @param wanted which revisions are looked at
     * @throws dev.dovetail.migrations.error.MigrationException if a string or comment in a script does not end
     */
    public static LintReport lint(Engine engine, RevisionGraph graph, Predicate<RevisionId> wanted) {
        Knowledge knowledge = new Knowledge();
        LintReport report = LintReport.empty();
        for (Revision revision : graph.inOrder()) {
            ScriptView script = new ScriptView(revision.upgrade(), engine, knowledge);
            if (wanted.test(revision.id())) {
                report = report.and(look(script, revision));
            } else {
                script.statements().forEach(knowledge::take);
            }
        }
        return report;
    }

    private static LintReport look(ScriptView script, Revision revision) {
        Findings findings = new Findings(script);
        for (Statement statement : script.statements()) {
            Check.ALL.forEach(check -> check.look(statement, script, findings));
            script.knowledge().take(statement);
        }
        if (revision.isJava()) {
            findings.addForScript(LintRule.NOT_UNDERSTOOD, 1, "Java does its work, which nobody can look into here");
        }
        if (revision.downgrade() == null) {
            findings.addForScript(LintRule.NO_WAY_BACK, 1, "revision " + revision.id() + " cannot be taken back");
        }
        Ignores ignores = new Ignores(script);
        List<LintFinding> loud = new ArrayList<>();
        List<IgnoredFinding> silent = new ArrayList<>();
        for (LintFinding finding : findings.all()) {
            ignores.reason(finding)
                    .ifPresentOrElse(
                            reason -> silent.add(new IgnoredFinding(finding, reason)), () -> loud.add(finding));
        }
        Findings complaints = new Findings(script);
        ignores.complain(complaints);
        loud.addAll(complaints.all());
        loud.sort(Comparator.comparingInt(LintFinding::line).thenComparing(LintFinding::rule));
        return new LintReport(loud, silent, 1, script.statements().size());
    }
}
