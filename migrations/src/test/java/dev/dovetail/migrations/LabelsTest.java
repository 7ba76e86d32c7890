package dev.dovetail.migrations;

import static dev.dovetail.migrations.support.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.databases.TestEngine;
import dev.dovetail.migrations.cli.CommandRun;
import dev.dovetail.migrations.error.MigrationError;
import dev.dovetail.migrations.support.Project;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Branches that stay apart, each with a name: scripts alone matter, so one engine is enough. */
class LabelsTest {

    private Project project;

    @BeforeEach
    void create(@TempDir Path folder) {
        project = new Project(TestEngine.SQLITE, folder);
        script(1, "base", "");
        script(2, "1", "-- label: shop");
        script(3, "1", "-- label: blog, news");
        script(4, "2", "");
        script(5, "3", "");
    }

    private void script(int id, String parent, String more) {
        project.script(
                "V" + id + "__t.sql", "-- down-revision: " + parent, more, "create table t" + id + " (id integer);");
        project.script("U" + id + "__t.sql", "drop table t" + id + ";");
    }

    @AfterEach
    void close() {
        project.close();
    }

    @Test
    void eachBranchGoesUpAndDownByItself() {
        Migrations migrations = project.migrations();
        assertFails(MigrationError.SEVERAL_HEADS, migrations::upgrade).hasMessageContaining("label@head");
        assertThat(Project.ids(migrations.upgrade("shop@head").steps())).containsExactly("1", "2", "4");
        assertThat(Project.ids(migrations.upgrade("news@head").steps())).containsExactly("3", "5");
        assertThat(Project.ids(migrations.downgrade("shop@base").steps())).containsExactly("4", "2");
        assertThat(project.tables()).containsExactly("t1", "t3", "t5");
        assertThat(Project.ids(migrations.upgrade("heads").steps())).containsExactly("2", "4");
        assertThat(migrations.upgrade("heads").steps()).isEmpty();
        assertThat(migrations.show("blog").id().toString()).isEqualTo("3");
        assertThat(migrations.show("blog@head").id().toString()).isEqualTo("5");
        migrations.stamp("blog@head");
        assertThat(project.versions()).containsExactly("1", "3", "5");
    }

    @Test
    void aLabelIsShownAndNamesItsRevisionInOneBranchToo() {
        script(6, "4, 5", "");
        CommandRun dovetail = new CommandRun(project);
        assertThat(dovetail.run("upgrade", "blog").out()).contains("the database is at 3 (t).");
        assertThat(dovetail.run("history").out()).containsPattern("3 +t \\[blog, news] +applied");
        assertThat(dovetail.run("heads").out()).isEqualTo("6  t\n");
    }

    @Test
    void unknownDoubleAndImpossibleLabelsAreSaid() {
        assertFails(MigrationError.UNKNOWN_TARGET, () -> project.migrations().upgrade("blgo@head"))
                .hasMessageContaining("There are blog, news, shop.");
        assertThat(new CommandRun(project).run("upgrade", "blgo@head").exitCode())
                .isEqualTo(2);
        script(6, "4", "-- label: shop");
        assertFails(MigrationError.BAD_HEADER, () -> project.migrations().heads())
                .hasMessageContaining("Two revisions have the label 'shop': 2 (t), 6 (t)");
        script(6, "4", "-- label: heads");
        assertFails(MigrationError.BAD_HEADER, () -> project.migrations().heads())
                .hasMessageContaining("V6__t.sql, line 2 has a label that cannot be one: 'heads'");
    }
}
