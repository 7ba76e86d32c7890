package dev.dovetail.migrations.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.databases.TestEngine;
import dev.dovetail.migrations.cli.CommandRun;
import dev.dovetail.migrations.support.Project;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The graph of revisions in a terminal. */
class RevisionTreeTest {

    @TempDir
    Path folder;

    private List<String> history(String... scripts) {
        try (Project project = new Project(TestEngine.SQLITE, folder)) {
            for (int i = 0; i < scripts.length; i++) {
                project.script(
                        "V" + (i + 1) + "__r" + (i + 1) + ".sql",
                        scripts[i].isEmpty() ? "-- r" : "-- down-revision: " + scripts[i]);
            }
            return new CommandRun(project)
                    .run("history")
                    .out()
                    .lines()
                    .map(line -> line.replaceAll("  +pending.*$", "").replaceAll(" +$", ""))
                    .toList();
        }
    }

    @Test
    void branchesPartAndMerge() {
        assertThat(history("base", "1", "1", "2, 3", "4"))
                .containsExactly(
                        "GRAPH  REVISION  DESCRIPTION  STATE    APPLIED (UTC)  BY  TIME  WAY BACK",
                        "*      5         r5 (head)",
                        "*      4         r4",
                        "|\\",
                        "| *    3         r3",
                        "* |    2         r2",
                        "|/",
                        "*      1         r1");
    }

    @Test
    void severalHeadsStandSideBySide() {
        assertThat(history("base", "1", "1", "1"))
                .containsExactly(
                        "GRAPH  REVISION  DESCRIPTION  STATE    APPLIED (UTC)  BY  TIME  WAY BACK",
                        "*      4         r4 (head)",
                        "| *    3         r3 (head)",
                        "| | *  2         r2 (head)",
                        "|_|/",
                        "|/",
                        "*      1         r1");
    }

    @Test
    void mergesOfThreeAndABranchThatGoesOn() {
        assertThat(history("base", "1", "1", "1", "2, 3, 4", "4"))
                .containsExactly(
                        "GRAPH   REVISION  DESCRIPTION  STATE    APPLIED (UTC)  BY  TIME  WAY BACK",
                        "*       6         r6 (head)",
                        "| *     5         r5 (head)",
                        "| |\\",
                        "| |_|\\",
                        "|_|_|/",
                        "* | |   4         r4",
                        "| | *   3         r3",
                        "| * |   2         r2",
                        "|_|/",
                        "|/",
                        "*       1         r1");
    }

    @Test
    void aLineIsNotDrawn() {
        assertThat(history("", "", "").get(0)).startsWith("REVISION  DESCRIPTION  STATE");
    }
}
