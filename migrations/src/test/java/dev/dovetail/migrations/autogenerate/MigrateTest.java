package dev.dovetail.migrations.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import dev.dovetail.migrations.Migrations;
import dev.dovetail.migrations.autogenerate.model.SchemaModel;
import dev.dovetail.migrations.diff.Rename;
import dev.dovetail.migrations.error.MigrationException;
import dev.dovetail.migrations.support.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From model to proven scripts, through the interface that users have. */
@OnEachDatabase
@Timeout(120)
class MigrateTest {

    private static final String USERS =
            "create table users (id bigint not null, name varchar(50)," + " constraint pk_users primary key (id))";
    private static final String MORE_USERS = "create table users (id bigint not null, name varchar(50),"
            + " email varchar(100), constraint pk_users primary key (id))";
    private static final String ORDERS = "create table orders (id bigint not null, user_id bigint not null,"
            + " constraint pk_orders primary key (id),"
            + " constraint fk_orders_user_id foreign key (user_id) references users (id) on delete cascade)";

    private final TestEngine engine;
    private Project project;
    private Migrations migrations;

    MigrateTest(TestDatabase database) {
        this.engine = database.engine();
    }

    @BeforeEach
    void create(@TempDir Path folder) {
        project = new Project(engine, folder);
        migrations = project.migrations(options -> options.scratch(project.url()));
    }

    @AfterEach
    void close() {
        project.close();
    }

    private static SchemaModel model(String... statements) {
        return SchemaModel.statements(any -> List.of(statements));
    }

    /** A first revision that somebody wrote: what generates it is tried elsewhere. */
    private void begin(String... statements) {
        project.script("V1__first.sql", String.join(";\n", statements) + ";");
    }

    private List<String> changes(Generated generated) {
        return generated.detected().get(0).changes().stream()
                .map(line -> line.toLowerCase(Locale.ROOT))
                .toList();
    }

    private List<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.list(project.folder())) {
            return files.sorted().toList();
        }
    }

    @Test
    void writesProvenScriptsThatLeadToTheModelAndBack() throws IOException {
        Generated first = migrations.migrate("users", model(USERS));
        assertThat(changes(first)).containsExactly("added table users (id, name)");
        assertThat(first.files()).hasSize(2);
        migrations.upgrade();

        Generated second = migrations.migrate("e-mail, and orders!", model(MORE_USERS, ORDERS));
        assertThat(second.files().get(0).getFileName().toString()).matches("V\\d{8}_\\d{6}__e_mail_and_orders\\.sql");
        assertThat(Files.readString(second.files().get(0)))
                .startsWith("-- revision: e-mail, and orders!\n-- down-revision: "
                        + first.revision().orElseThrow() + "\n");
        assertThat(Files.readString(second.files().get(1))).contains("-- loses data: removed column users.email");

        migrations.upgrade();
        assertThat(project.tables()).containsExactly("orders", "users");
        assertThat(migrations.diff(model(MORE_USERS, ORDERS)).isEmpty()).isTrue();
        migrations.check(model(MORE_USERS, ORDERS));
        migrations.downgrade();
        assertThat(project.tables()).containsExactly("users");
        assertThat(migrations.diff(model(USERS)).isEmpty()).isTrue();
        assertThat(scripts()).hasSize(4);
    }

    @Test
    void writesNothingTheSecondTime() throws IOException {
        migrations.migrate("users", model(USERS, ORDERS));
        Generated second = migrations.migrate("again", model(USERS, ORDERS));
        assertThat(second.revision()).isEmpty();
        assertThat(second.files()).isEmpty();
        assertThat(scripts()).hasSize(2);
    }

    @Test
    void aModelThatASecondRunWouldChangeAgainIsRefused() throws IOException {
        project.script("V1__users.sql", USERS + ";", "create index ix_part on users (name) where name is not null;");
        SchemaModel settled = model(MORE_USERS);
        AtomicInteger asked = new AtomicInteger();
        SchemaModel unsettled = new SchemaModel() {
            @Override
            public List<String> createStatements(Engine any) {
                return settled.createStatements(any);
            }

            @Override
            public List<Rename> renames(Engine any) {
                return List.of();
            }

            /** At first it cannot speak of the index, then it can and does not want it. */
            @Override
            public boolean isComplete() {
                return asked.getAndIncrement() > 0;
            }
        };
        assertThatThrownBy(() -> migrations.migrate("email", unsettled))
                .hasMessageContaining("would find something again, so nothing was written")
                .hasMessageContaining("removed index ix_part")
                .hasMessageContaining("DVT-750");
        assertThat(scripts()).hasSize(1);
    }

    @Test
    void rowsThatCannotComeBackAreNotTriedAndThatIsSaid() {
        String named = USERS.replace("name varchar(50)", "name varchar(50) not null");
        begin(named, ORDERS);
        Generated less = migrations.migrate(
                "less",
                model(USERS.replace("name varchar(50),", "")),
                options -> options.allowDrop(true).withData(true));
        assertThat(less.detected().get(0).notes())
                .contains("no row was tried in users: the removed column name needs a value on the way back");
    }

    @Test
    void refusesToLoseDataUntilItMay() throws IOException {
        begin(MORE_USERS, ORDERS);
        assertThatThrownBy(() -> migrations.migrate("less", model(USERS)))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("DVT-751")
                .hasMessageContaining("removed column users.email")
                .hasMessageContaining("removed table orders")
                .hasMessageContaining("--allow-drop");
        assertThat(scripts()).hasSize(1);

        Generated less = migrations.migrate("less", model(USERS), options -> options.allowDrop(true));
        assertThat(Files.readString(less.files().get(0))).contains("-- loses data: removed table orders");
        assertThat(Files.readString(less.files().get(1)))
                .contains("-- cannot bring back the data of: removed table orders");
    }

    @Test
    void renamesWhatItIsToldToRenameAndKeepsTheRows() throws IOException {
        begin(USERS);
        migrations.upgrade();
        project.execute("insert into users (id, name) values (1, 'Ann')");
        String people = "create table people (id bigint not null, full_name varchar(50),"
                + " constraint pk_people primary key (id))";
        assertThatThrownBy(() -> migrations.migrate("people", model(people.replace("full_name", "name"))))
                .hasMessageContaining("--rename users=people");

        Generated renamed = migrations.migrate(
                "people",
                model(people),
                options -> options.rename("users=people")
                        .rename("users.name=full_name")
                        .withData(true));
        assertThat(changes(renamed))
                .contains("renamed table users to people", "renamed column people.name to people.full_name");
        migrations.upgrade();
        assertThat(project.query("select full_name from people")).containsExactly("ann");
        migrations.downgrade();
        assertThat(project.query("select name from users")).containsExactly("ann");
    }

    @Test
    void aRenamingOfWhatIsNotThereIsExplained() {
        begin(USERS);
        assertThatThrownBy(() -> migrations.migrate("x", model(USERS), options -> options.rename("user=people")))
                .hasMessageContaining("DVT-754")
                .hasMessageContaining("there is no table user");
        assertThatThrownBy(() -> migrations.migrate("x", model(USERS), options -> options.rename("users.nam=n")))
                .hasMessageContaining("has no column nam");
        assertThatThrownBy(() -> migrations.migrate("x", model(USERS), options -> options.rename("users")))
                .hasMessageContaining("it is not of the form");
    }

    @Test
    void keepsWhatTheModelDoesNotSpeakOf() throws IOException {
        project.script(
                "V1__users.sql",
                USERS + ";",
                "create table legacy (id integer);",
                "create view names as select name from users;");
        project.script("U1__users.sql", "drop view names;", "drop table legacy;", "drop table users;");
        Generated generated = migrations.migrate("email", model(MORE_USERS), options -> options.keep("legacy"));
        assertThat(changes(generated)).hasSize(1);
        assertThat(generated.detected().get(0).notes())
                .anyMatch(note -> note.startsWith("kept view names"))
                .contains("kept table legacy, as asked");
        migrations.upgrade();
        assertThat(project.query("select count(*) from names")).containsExactly("0");
    }

    /** As entities are: they cannot say everything. */
    private static SchemaModel partial(String... statements) {
        return new SchemaModel() {
            @Override
            public List<String> createStatements(Engine engine) {
                return List.of(statements);
            }

            @Override
            public List<Rename> renames(Engine engine) {
                return List.of(Rename.ofTable("users", "people"));
            }

            @Override
            public boolean isComplete() {
                return false;
            }
        };
    }

    @Test
    void keepsWhatEntitiesCannotSay() {
        project.script(
                "V1__users.sql",
                USERS + ";",
                "create index ix_users_some on users (name) where name is not null;",
                ORDERS.replace(
                                "on delete cascade",
                                "on update set null on delete cascade deferrable initially deferred")
                        + ";");
        project.script("U1__users.sql", "drop table orders;", "drop table users;");
        Generated generated = migrations.migrate("email", partial(MORE_USERS, ORDERS));
        assertThat(changes(generated)).hasSize(1);
        assertThat(generated.detected().get(0).notes())
                .anyMatch(note -> note.startsWith("kept index ix_users_some on users"))
                .anyMatch(note -> note.startsWith("kept foreign key fk_orders_user_id on orders as it is"));
    }

    @Test
    void asksOnceAboutWhatLooksLikeARenaming() throws IOException {
        begin(USERS);
        // For another engine, too, that writes the same names.
        Path other = Files.createDirectories(project.root().resolve("sqlite"));
        Files.writeString(other.resolve("V1__first.sql"), USERS + ";");
        List<String> refused = new ArrayList<>();
        migrations.detect(
                model(USERS.replace("name varchar", "full_name varchar")),
                options -> options.onSuggestion(text -> !refused.add(text)));
        assertThat(refused).containsExactly("users.name=full_name");
        List<String> asked = new ArrayList<>();
        Generated generated = migrations.migrate(
                "names",
                model(USERS.replace("name varchar", "full_name varchar")),
                options -> options.onSuggestion(text -> {
                    asked.add(text);
                    return true;
                }));
        assertThat(asked).containsExactly("users.name=full_name");
        assertThat(changes(generated)).containsExactly("renamed column users.name to users.full_name");
    }

    @Test
    void sentinelRowsSurviveUpDownAndUp() {
        begin(USERS, ORDERS);
        Generated generated = migrations.migrate(
                "more", model(MORE_USERS.replace("50", "80"), ORDERS), options -> options.withData(true));
        assertThat(generated.detected().get(0).notes()).noneMatch(note -> note.contains("no row"));
        assertThat(generated.files()).hasSize(2);
    }

    @Test
    void aProofThatFailsWritesNothingAndSaysTheDifference() throws IOException {
        // Every run of the statements gives another default, so that nothing leads to the model.
        int[] runs = {0};
        SchemaModel shifting =
                SchemaModel.statements(any -> List.of("create table t (id bigint not null, n integer default "
                        + runs[0]++ + "," + " constraint pk_t primary key (id))"));
        migrations.migrate("t", shifting);
        assertThatThrownBy(() -> migrations.check(shifting))
                .hasMessageContaining("DVT-755")
                .hasMessageContaining("default 0 -> 1");
        assertThat(scripts()).hasSize(2);
    }

    @Test
    void leavesNoScratchDatabaseBehind() {
        migrations.migrate("users", model(USERS));
        assertThatThrownBy(() -> migrations.migrate("broken", model("create table broken (")))
                .hasMessageContaining("DVT-753");
        if (project.engine() == Engine.POSTGRESQL) {
            assertThat(project.query("select datname from pg_database where datname like 'dovetail_scratch_%'"))
                    .isEmpty();
        }
        assertThat(migrations.detect(model(USERS), options -> {}).get(0).isEmpty())
                .isTrue();
    }
}
