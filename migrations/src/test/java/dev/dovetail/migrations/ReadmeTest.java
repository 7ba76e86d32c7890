package dev.dovetail.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.core.Database;
import dev.dovetail.migrations.error.MigrationError;
import dev.dovetail.migrations.result.MigrationRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The lines of the README, compiled and run; every code has its place in docs/errors.md. */
class ReadmeTest {

    @Test
    void theTenLinesWork() {
        // README
        try (Database db = Database.open("sqlite:///:memory:")) {
            Migrations migrations = Migrations.of(db);
            MigrationRun run = migrations.upgrade();
            run.steps()
                    .forEach(step -> System.out.println(
                            step.revision() + " in " + step.elapsed().toMillis() + " ms"));

            migrations.downgrade("-1");
            migrations.upgrade("20261120");
            migrations.current().ifPresent(entry -> System.out.println("now at " + entry.revision()));
            // end
            assertThat(run.steps()).hasSize(2);
            assertThat(migrations.current())
                    .map(entry -> entry.revision().toString())
                    .contains("20261120_101800");
        }
    }

    @Test
    void theReadmeShowsTheseLines() throws IOException {
        String here = Files.readString(Path.of("src/test/java/dev/dovetail/migrations/ReadmeTest.java"));
        String shown = here.substring(here.indexOf("// README\n") + 10, here.indexOf("            // end"));
        String readme = Files.readString(Path.of("README.md"));
        String block = readme.substring(readme.indexOf("```java\n") + 8, readme.indexOf("\n```\n"));
        assertThat(block.replaceAll("\\s", "")).isEqualTo(shown.replaceAll("\\s", "") + "}");
    }

    @Test
    void everyCodeHasASection() throws IOException {
        String errors = Files.readString(Path.of("../docs/errors.md"));
        for (MigrationError error : MigrationError.values()) {
            assertThat(errors).contains("\n## " + error.id() + " ");
        }
    }
}
