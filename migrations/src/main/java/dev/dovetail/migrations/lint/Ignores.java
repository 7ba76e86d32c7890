package dev.dovetail.migrations.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines {@code -- lint: ignore DVT-L15 reason} of a script. One speaks of the statement below it; above the first
 * statement, of the whole script.
 */
final class Ignores {

    private static final Pattern LINE = Pattern.compile(
            "\\s*--\\s*lint:\\s*ignore\\b[\\s:,]*((?:DVT-L\\d+[\\s,]*)*)(.*)", Pattern.CASE_INSENSITIVE);

    private final List<Ignore> ignores = new ArrayList<>();

    Ignores(ScriptView script) {
        int number = 0;
        for (String line : (Iterable<String>) script.script().text().lines()::iterator) {
            number++;
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                ignores.add(new Ignore(
                        number,
                        target(script, number),
                        rules(matcher.group(1)),
                        matcher.group(2).strip()));
            }
        }
    }

    /** The number of the statement below a line, or 0 for the whole script. */
    private static int target(ScriptView script, int line) {
        for (Statement statement : script.statements()) {
            if (statement.source().line() > line) {
                return statement.index() == 0 ? 0 : statement.index() + 1;
            }
        }
        return 0;
    }

    private static Set<LintRule> rules(String ids) {
        Set<LintRule> rules = new HashSet<>();
        for (String id : ids.strip().split("[\\s,]+")) {
            LintRule.of(id).ifPresent(rules::add);
        }
        return rules;
    }

    /** The reason to be silent about a finding, if there is one. */
    Optional<String> reason(LintFinding finding) {
        for (Ignore ignore : ignores) {
            boolean fits = ignore.isWhole()
                    && ignore.rules.contains(finding.rule())
                    && (ignore.statement == 0 || ignore.statement == finding.statement());
            if (fits) {
                ignore.used = true;
                return Optional.of(ignore.reason);
            }
        }
        return Optional.empty();
    }

    /** To be called when every finding has been asked for. */
    void complain(Findings findings) {
        for (Ignore ignore : ignores) {
            if (ignore.rules.isEmpty()) {
                findings.addForScript(LintRule.BAD_IGNORE, ignore.line, "it names no rule that there is");
            } else if (ignore.reason.isEmpty()) {
                findings.addForScript(LintRule.BAD_IGNORE, ignore.line, "it gives no reason, so it counts for nothing");
            } else if (!ignore.used) {
                findings.addForScript(LintRule.BAD_IGNORE, ignore.line, "there is nothing that it keeps silent");
            }
        }
    }

    private static final class Ignore {

        private final int line;
        private final int statement;
        private final Set<LintRule> rules;
        private final String reason;
        private boolean used;

        private Ignore(int line, int statement, Set<LintRule> rules, String reason) {
            this.line = line;
            this.statement = statement;
            this.rules = rules;
            this.reason = reason;
        }

        private boolean isWhole() {
            return !rules.isEmpty() && !reason.isEmpty();
        }
    }
}
