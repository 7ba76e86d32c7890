package dev.dovetail.migrations.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import dev.dovetail.migrations.Migrations;
import dev.dovetail.migrations.autogenerate.model.SchemaModel;
import dev.dovetail.migrations.lint.LintFinding;
import dev.dovetail.migrations.lint.LintRule;
import dev.dovetail.migrations.lint.Severity;
import dev.dovetail.migrations.support.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A change in several revisions, none of which stops a running application for long; each is proven. */
@OnEachDatabase({TestEngine.SQLITE, TestEngine.POSTGRESQL, TestEngine.MARIADB})
@Timeout(120)
class SafeMigrateTest {

    private static final String ROLES = "create table roles (id bigint not null, constraint pk_roles primary key (id))";
    private static final String USERS = "create table users (id bigint not null, name varchar(50), age integer,"
            + " role_id bigint, constraint pk_users primary key (id))";

    private final TestEngine engine;
    private Project project;
    private Migrations migrations;

    SafeMigrateTest(TestDatabase database) {
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

    private void begin(String... statements) {
        project.script("V1__first.sql", String.join(";\n", statements) + ";");
    }

    private List<String> upgrades(Generated generated) {
        return generated.files().stream()
                .filter(file -> file.getFileName().toString().startsWith("V"))
                .map(SafeMigrateTest::text)
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What lint says of the scripts, but that which the change cannot do without. */
    private Stream<LintRule> bad(Generated generated) {
        List<String> names = generated.files().stream().map(Path::toString).toList();
        return migrations.lint("all").atLeast(Severity.WARNING).stream()
                .filter(finding -> names.contains(finding.script()))
                .map(LintFinding::rule)
                .distinct();
    }

    @Test
    void constraintsAndIndexesComeStepByStep() {
        begin(ROLES, USERS);
        migrations.upgrade();
        project.execute("insert into roles values (7)", "insert into users values (1, 'Ann', 30, 7)");
        SchemaModel goal = model(
                ROLES,
                "create table users (id bigint not null, name varchar(50) not null, age integer, role_id bigint,"
                        + " constraint pk_users primary key (id), constraint uq_users_name unique (name),"
                        + " constraint ck_users_age check (age > 0),"
                        + " constraint fk_users_role_id foreign key (role_id) references roles (id))",
                "create index ix_users_age on users (age)");
        Generated generated =
                migrations.migrate("rules", goal, options -> options.safe(true).withData(true));
        List<String> scripts = upgrades(generated);
        if (engine == TestEngine.POSTGRESQL) {
            assertThat(scripts).hasSize(4);
            assertThat(scripts.get(0))
                    .contains("-- no-transaction\n-- step 1 of 4: index ix_users_age")
                    .contains("create index concurrently \"ix_users_age\" on \"users\" (age);");
            assertThat(scripts.get(1)).contains("create unique index concurrently \"uq_users_name\"");
            assertThat(scripts.get(2))
                    .contains("-- lock-timeout: 5 s")
                    .contains("unique using index \"uq_users_name\"")
                    .contains("not valid")
                    .contains("check (\"name\" is not null) not valid");
            assertThat(scripts.get(3))
                    .contains("validate constraint \"fk_users_role_id\"")
                    .contains("alter column \"name\" set not null");
            assertThat(bad(generated)).isEmpty();
        } else {
            assertThat(scripts).hasSize(1);
        }
        migrations.upgrade();
        assertThat(migrations.diff(goal).isEmpty()).isTrue();
        assertThat(project.query("select name from users")).containsExactly("ann");
        migrations.downgrade("-" + scripts.size());
        assertThat(migrations.diff(model(ROLES, USERS)).isEmpty()).isTrue();
        assertThat(project.query("select name from users")).containsExactly("ann");
    }

    @Test
    void aRenamedColumnStandsBesideTheOldOneForAWhile() {
        String before = USERS.replace("name varchar(50)", "name varchar(50) default 'nobody'");
        begin(before, "create index ix_users_name on users (name)");
        migrations.upgrade();
        project.execute("insert into users (id, name) values (1, 'Ann'), (2, null)");
        SchemaModel goal = model(
                USERS.replace("name varchar", "full_name varchar"),
                "create index ix_users_full_name on users (full_name)");
        Generated generated = migrations.migrate(
                "names", goal, options -> options.safe(true).withData(true).rename("users.name=full_name"));
        List<String> scripts = upgrades(generated);
        assertThat(scripts).hasSize(engine == TestEngine.POSTGRESQL ? 4 : 3);
        assertThat(scripts.get(0))
                .contains("-- before the next revision, release a version that writes both users.name and full_name");
        assertThat(scripts.get(scripts.size() - 1)).contains("-- before this one, release a version that no longer");
        assertThat(bad(generated))
                .isSubsetOf(
                        LintRule.COLUMN_DROPPED,
                        LintRule.DROP_INDEX_LOCKS,
                        LintRule.TABLE_MADE_ANEW,
                        LintRule.EVERY_ROW_UPDATED,
                        LintRule.HALF_APPLIED);

        migrations.upgrade("+1");
        project.execute("insert into users (id, name, full_name) values (3, 'Cid', 'Cid')");
        migrations.upgrade("+" + (scripts.size() - 2));
        assertThat(project.query("select full_name from users order by id")).containsExactly("ann", "null", "cid");
        assertThat(project.query("select name from users order by id")).containsExactly("ann", "null", "cid");
        migrations.upgrade();
        assertThat(migrations.diff(goal).isEmpty()).isTrue();
        assertThat(project.query("select full_name from users order by id")).containsExactly("ann", "null", "cid");
        project.execute("insert into users (id, full_name) values (4, 'Dan')");
        migrations.downgrade("-" + scripts.size());
        assertThat(project.query("select name from users order by id")).containsExactly("ann", "null", "cid", "dan");
    }

    /** PostgreSQL looks at the rules for rows from now on whenever a row is written. */
    @Test
    void twoColumnsThatMoveAreFilledTogether() {
        String before = USERS.replace("(50)", "(50) not null").replace("age integer", "age integer not null");
        begin(before);
        migrations.upgrade();
        project.execute("insert into users (id, name, age) values (1, 'Ann', 30)");
        SchemaModel goal = model(before.replace("name ", "full_name ").replace("age ", "years "));
        migrations.migrate(
                "names",
                goal,
                options -> options.safe(true)
                        .withData(true)
                        .rename("users.name=full_name")
                        .rename("users.age=years"));
        migrations.upgrade("+1");
        project.execute("insert into users (id, name, age, full_name) values (2, 'Old', 40, 'New')");
        migrations.upgrade();
        assertThat(project.query("select full_name from users order by id")).containsExactly("ann", "new");
        assertThat(project.query("select years from users order by id")).containsExactly("30", "40");
    }

    @Test
    void anotherTypeIsAnotherColumnOnAServer() {
        begin(USERS);
        migrations.upgrade();
        project.execute("insert into users (id, age) values (1, 30), (2, null)");
        SchemaModel goal = model(USERS.replace("age integer", "age varchar(10)"));
        Generated generated =
                migrations.migrate("age", goal, options -> options.safe(true).withData(true));
        assertThat(upgrades(generated)).hasSize(engine == TestEngine.SQLITE ? 1 : 3);
        migrations.upgrade();
        assertThat(migrations.diff(goal).isEmpty()).isTrue();
        assertThat(project.query("select age from users order by id")).containsExactly("30", "null");
        migrations.downgrade("-" + upgrades(generated).size());
        assertThat(project.query("select age from users order by id")).containsExactly("30", "null");
        assertThat(migrations.diff(model(USERS)).isEmpty()).isTrue();
    }

    @Test
    void whatCannotStandBesideTheOldIsRenamedAtOnceAndSaid() {
        begin(USERS);
        Generated generated = migrations.migrate(
                "keys",
                model(USERS.replace("(id bigint", "(number bigint").replace("key (id)", "key (number)")),
                options -> options.safe(true).rename("users.id=number"));
        assertThat(upgrades(generated)).hasSize(1);
        assertThat(generated.detected().get(0).notes())
                .contains("changed in one step: column users.id, because it is in the primary key or in a check");
    }

    @Test
    void aNewColumnWithoutADefaultIsToldToBeFilled() {
        begin(USERS);
        Generated generated = migrations.migrate(
                "more",
                model(USERS.replace("age integer", "age integer, email varchar(50) not null")),
                options -> options.safe(true));
        if (engine == TestEngine.POSTGRESQL) {
            assertThat(upgrades(generated)).hasSize(3);
            assertThat(upgrades(generated).get(0)).contains("add column \"email\" character varying(50);");
        } else {
            assertThat(upgrades(generated)).singleElement().asString().contains("rows that are there need a value");
        }
    }
}
