package dev.dovetail.migrations;

import static dev.dovetail.migrations.support.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.Database;
import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.error.Coded;
import dev.dovetail.databases.TestEngine;
import dev.dovetail.migrations.error.MigrationError;
import dev.dovetail.migrations.result.RevisionState;
import dev.dovetail.migrations.support.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What machines refuse: a full disk, folders and databases that may not be written. */
class BadInputTest {

    @TempDir
    Path folder;

    @Test
    void aFullDiskLeavesNothingAndTheNextRunGoesOn() {
        try (Project project = new Project(TestEngine.SQLITE, folder).withThreeScripts()) {
            project.migrations().upgrade();
            String fill =
                    "insert into big (text) with recursive n (i) as (select 1 union all select i + 1 from n where i <"
                            + " 2000) select printf('%1000d', i) from n;";
            project.script(
                    "V4__big.sql",
                    "create table big (id integer primary key, text text);",
                    // The engine's own limit of the file, with the same error as a full disk.
                    "pragma max_page_count = 20;",
                    fill);
            assertFails(MigrationError.SCRIPT_FAILED, () -> project.migrations().upgrade())
                    .hasMessageContaining("V4__big.sql, line 3")
                    .hasMessageContaining("database or disk is full")
                    .hasMessageContaining("Nothing of the script is left in the database");
            assertThat(project.tables()).containsExactly("orders", "users");
            assertThat(project.migrations().history().get(3).state()).isEqualTo(RevisionState.PENDING);
            assertThat(project.query("pragma integrity_check")).containsExactly("ok");

            project.script("V4__big.sql", "create table big (id integer primary key, text text);", fill);
            try (Database roomy = project.openAnother()) {
                assertThat(project.migrations(roomy, options -> {}).upgrade().steps())
                        .hasSize(1);
            }
            assertThat(project.query("select count(*) from big")).containsExactly("2000");
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsExplained() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        try (Project project = new Project(TestEngine.SQLITE, folder)) {
            Migrations migrations = project.migrations(
                    options -> options.locations(file.resolve("scripts").toString()));
            assertFails(MigrationError.SCRIPT_NOT_WRITTEN, () -> migrations.init(Engine.SQLITE))
                    .hasMessageContaining("cannot be written")
                    .hasMessageContaining("choose a folder of your own with --locations");
            assertFails(MigrationError.LOCATION_MISSING, () -> migrations.revision("more"))
                    .hasMessageContaining("dovetail init");
        }
    }

    @Test
    void aUserWhoMayNotMakeTablesIsTold() {
        try (Project project = new Project(TestEngine.POSTGRESQL, folder).withThreeScripts()) {
            String role = "reader_" + Long.toHexString(System.nanoTime());
            project.execute("create role " + role + " login password 'secret'");
            String url = project.url().replaceFirst("://[^@/]*@", "://").replaceFirst("://", "://" + role + ":secret@");
            url = url.replaceAll("(?<=[?&])(user|password)=[^&]*&?", "");
            try (Database reader = Database.open(url, options -> options.poolSize(2))) {
                assertThatThrownBy(
                                () -> project.migrations(reader, options -> {}).upgrade())
                        .isInstanceOf(Coded.class)
                        .hasMessageContaining("permission denied for schema public")
                        .hasMessageNotContaining("secret");
            } finally {
                project.execute("drop role " + role);
            }
            assertThat(project.tables()).isEmpty();
            assertThat(project.migrations().upgrade().steps()).hasSize(3);
        }
    }
}
