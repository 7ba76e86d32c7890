package dev.dovetail.migrations.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import dev.dovetail.migrations.cli.CommandRun;
import dev.dovetail.migrations.cli.CommandRun.Output;
import dev.dovetail.migrations.support.Project;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A project that begins with entities and goes on with others, on the command line. */
@OnEachDatabase({TestEngine.SQLITE, TestEngine.POSTGRESQL, TestEngine.H2, TestEngine.MARIADB})
@Timeout(120)
class EntitiesTest {

    private static final String BEFORE = "dev.dovetail.migrations.autogenerate.before";
    private static final String AFTER = "dev.dovetail.migrations.autogenerate.after";

    private final TestEngine engine;

    EntitiesTest(TestDatabase database) {
        this.engine = database.engine();
    }

    @Test
    void fromInitToAMigrationThatRenames(@TempDir Path folder) {
        try (Project project = new Project(engine, folder)) {
            CommandRun dovetail = new CommandRun(project);
            assertThat(dovetail.run("init", "--engines", project.engine().id()).out())
                    .isEqualTo("Everything is there.\n");
            Output first =
                    dovetail.run("migrate", "-m", "users", "--classpath=target/test-classes", "--entities=" + BEFORE);
            assertThat(first.err()).isEmpty();
            assertThat(first.out()).contains(": added table users (id, name)", "Written ", "__users.sql", "Proven: ");
            dovetail.run("upgrade");
            project.execute("insert into users (name) values ('Ann')");

            Output check = dovetail.run("check", "--classpath=target/test-classes", "--entities=" + AFTER);
            assertThat(check.exitCode()).isEqualTo(1);
            assertThat(check.err()).contains("renamed table users to people", "added table notes", "DVT-755");

            Output second = dovetail.run(
                    "migrate", "-m", "people", "--with-data", "--classpath=target/test-classes", "--entities=" + AFTER);
            assertThat(second.err()).isEmpty();
            assertThat(second.out())
                    .contains(
                            ": renamed table users to people",
                            ": renamed column people.name to people.full_name",
                            ": added table notes (id, author_id)",
                            ": added column people.kind ",
                            ": added unique uq_people_token on people",
                            ": added index ix_people_born_full_name on people");
            assertThat(dovetail.run("check", "--classpath=target/test-classes", "--entities=" + AFTER)
                            .out())
                    .isEqualTo("The scripts lead to the model.\n");
        }
    }
}
