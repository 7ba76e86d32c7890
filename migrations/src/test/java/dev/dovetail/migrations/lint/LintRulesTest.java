package dev.dovetail.migrations.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.migrations.lint.LintCases.LintCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each rule speaks where it should and is silent where it should, for each engine that it is about. */
class LintRulesTest {

    @TempDir
    Path folder;

    @Test
    void rulesFindWhatTheyAreAbout() throws IOException {
        List<String> wrong = new ArrayList<>();
        int number = 0;
        for (LintCase one : LintCases.all()) {
            Path root = Files.createDirectory(folder.resolve("case" + number++));
            LintReport report =
                    new LintBench(root, one.engine()).last(one.scripts().toArray(String[]::new));
            if (LintBench.rules(report).contains(one.rule()) != one.found()) {
                wrong.add(one + "; found were " + LintBench.rules(report));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(number).isGreaterThan(200);
    }

    @Test
    void everyRuleIsTriedBothWaysOnEachOfItsEngines() {
        List<String> missing = new ArrayList<>();
        for (LintRule rule : LintRule.values()) {
            for (Engine engine : rule.engines()) {
                for (boolean found : new boolean[] {true, false}) {
                    boolean tried = LintCases.all().stream()
                            .anyMatch(one -> one.rule() == rule && one.engine() == engine && one.found() == found);
                    // Whether a downgrade is there is not in the text of the script: LintTest takes it away.
                    if (!tried && rule != LintRule.NO_WAY_BACK) {
                        missing.add(rule + " " + engine + (found ? " finding" : " silent"));
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void theDocumentListsEveryRuleWithItsRecipe() throws IOException {
        String page = Files.readString(Path.of("../docs/lint.md"));
        for (LintRule rule : LintRule.values()) {
            assertThat(page)
                    .contains("## " + rule.id() + " ")
                    .contains(rule.title())
                    .contains(rule.recipe());
        }
    }
}
