package dev.dovetail.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationGoalsTest {

    @TempDir
    Path root;

    @BeforeEach
    void scripts() throws IOException {
        script("V1__users.sql", "create table users (id integer primary key);");
        script("U1__users.sql", "drop table users;");
        script("V2__orders.sql", "create table orders (id integer primary key);");
        script("U2__orders.sql", "drop table orders;");
    }

    @Test
    void upgradeCurrentHistoryStampAndDowngrade() throws Exception {
        UpgradeMojo upgrade = new UpgradeMojo();
        upgrade.target = "head";
        List<String> upgraded = run(upgrade);
        assertThat(upgraded).hasSize(3);
        assertThat(upgraded.get(0)).startsWith("  up    1  users  (");
        assertThat(upgraded.get(2)).endsWith("the database is at 2 (orders).");

        assertThat(run(new CurrentMojo()))
                .singleElement()
                .asString()
                .startsWith("2 (orders), applied ")
                .endsWith("; nothing is pending");
        assertThat(run(new HistoryMojo())).hasSize(3);

        DowngradeMojo downgrade = new DowngradeMojo();
        downgrade.target = "-1";
        assertThat(run(downgrade).get(0)).startsWith("  down  2  orders  (");

        StampMojo stamp = new StampMojo();
        stamp.target = "base";
        assertThat(run(stamp)).containsExactly("Stamped: base (no revision is applied); 2 pending.");
    }

    @Test
    void failuresKeepTheMessageThatTeaches() throws Exception {
        UpgradeMojo upgrade = new UpgradeMojo();
        upgrade.target = "7";
        assertThatThrownBy(() -> run(upgrade))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("No revision begins with '7'. The revisions are: 1, 2.")
                .hasMessageContaining("DVT-710");
        assertThatThrownBy(() -> new CurrentMojo().execute())
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("-Ddovetail.url");
    }

    @Test
    void scriptsAreWrittenShownAndJoined() throws Exception {
        RevisionMojo revision = new RevisionMojo();
        revision.message = "more";
        assertThat(run(revision)).hasSize(2).allMatch(line -> line.startsWith("Written "));
        assertThat(run(new HeadsMojo())).singleElement().asString().endsWith("  more");
        ShowMojo show = new ShowMojo();
        show.target = "7";
        assertThatThrownBy(() -> run(show)).hasMessageContaining("DVT-710");
        show.target = "head";
        assertThat(run(show)).contains("-- down-revision: 2");
        script("V3__other.sql", "-- down-revision: 1\ncreate table other (id integer);");
        assertThat(run(new HeadsMojo())).hasSize(2);
        MergeMojo merge = new MergeMojo();
        merge.message = "merge";
        assertThat(run(merge)).hasSize(2);
        assertThat(run(new HeadsMojo())).hasSize(1);
        SqlMojo sql = new SqlMojo();
        sql.range = "base:1";
        assertThat(run(sql)).contains("create table users (id integer primary key);", "begin;", "commit;");
    }

    @Test
    void withoutEntitiesThereIsNothingToMigrateFrom() {
        MigrateMojo migrate = new MigrateMojo();
        migrate.message = "users";
        migrate.classpath = List.of(root.toString());
        assertThatThrownBy(() -> run(migrate))
                .hasMessageContaining("No entities were found in")
                .hasMessageContaining("DVT-753");
        CheckMojo check = new CheckMojo();
        check.classpath = migrate.classpath;
        assertThatThrownBy(() -> run(check)).hasMessageContaining("DVT-753");
    }

    @Test
    void lintFailsTheBuildIfAScriptHurts() throws Exception {
        LintMojo lint = new LintMojo();
        lint.scope = "all";
        lint.failOn = "error";
        assertThat(run(lint)).containsExactly("0 errors, 0 warnings, 0 notes in 2 statements of 2 scripts; 0 ignored.");
        script("V3__drops.sql", "drop table orders;");
        script("U3__drops.sql", "-- nothing");
        assertThatThrownBy(() -> run(lint)).hasMessageContaining("DVT-L16").hasMessageContaining("DVT-741");
        lint.failOn = "never";
        assertThat(run(lint)).anyMatch(line -> line.contains("the rows of orders are gone"));
    }

    @Test
    void theDoctorFailsTheBuildAndADiagramIsWritten() throws Exception {
        UpgradeMojo upgrade = new UpgradeMojo();
        upgrade.target = "head";
        run(upgrade);
        DiagramMojo diagram = new DiagramMojo();
        diagram.output = root.resolve("schema.mmd").toFile();
        assertThat(run(diagram)).containsExactly("Written " + diagram.output);
        assertThat(Files.readString(diagram.output.toPath())).startsWith("erDiagram\n    \"orders\" {\n");
        script("V2__orders.sql", "create table orders (id integer primary key, total integer);");
        assertThatThrownBy(() -> run(new DoctorMojo()))
                .hasMessageContaining("V2__orders.sql was changed")
                .hasMessageContaining("DVT-742");
    }

    @Test
    void resumeFinishesAndBackfillFillsAndLists() throws Exception {
        script("V2__orders.sql", "-- no-transaction\ncreate table orders (id integer primary key);\nselect nonsense;");
        UpgradeMojo upgrade = new UpgradeMojo();
        upgrade.target = "head";
        assertThatThrownBy(() -> run(upgrade)).hasMessageContaining("dovetail resume");
        script(
                "V2__orders.sql",
                "-- no-transaction\ncreate table orders (id integer primary key);\ninsert into orders values (1), (2);");
        assertThat(run(new ResumeMojo()).get(1)).endsWith("the database is at 2 (orders).");

        BackfillMojo backfill = new BackfillMojo();
        assertThat(run(backfill)).containsExactly("There are no backfills.");
        backfill.name = "numbers";
        backfill.table = "orders";
        backfill.key = "id";
        backfill.set = "id = id";
        backfill.batch = 1;
        backfill.maxLag = 1;
        assertThat(run(backfill))
                .endsWith("Backfill 'numbers' is finished: 2 of 2 rows of orders changed, in 2 batches.")
                .contains("  [##########----------]  50 %  1 of 2 rows");
        assertThat(run(new BackfillMojo())).hasSize(2);
    }

    private List<String> run(AbstractMigrationsMojo mojo) throws MojoExecutionException {
        RecordingLog log = new RecordingLog();
        mojo.setLog(log);
        mojo.url = "sqlite:///" + root.resolve("shop.db");
        mojo.locations = List.of(root.toString());
        mojo.lockTimeout = 10;
        mojo.execute();
        return log.lines;
    }

    private void script(String name, String text) throws IOException {
        Files.writeString(Files.createDirectories(root.resolve("sqlite")).resolve(name), text);
    }
}
