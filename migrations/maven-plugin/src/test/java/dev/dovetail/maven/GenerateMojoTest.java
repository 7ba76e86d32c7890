package dev.dovetail.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.Database;
import dev.dovetail.core.error.ValueNotKeptException;
import dev.dovetail.migrations.Migrations;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.meta.jaxb.ForcedType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateMojoTest {

    @TempDir
    Path root;

    private GenerateMojo mojo;

    @BeforeEach
    void configure() throws IOException {
        mojo = new GenerateMojo();
        mojo.project = new MavenProject();
        mojo.locations = List.of(root.resolve("migration").toString());
        mojo.packageName = "example.tables";
        mojo.directory = root.resolve("generated").toFile();
        mojo.includes = ".*";
        mojo.stateDirectory = root.resolve("state").toFile();
        mojo.engine = "sqlite";
        mojo.records = true;
        mojo.pluginVersion = "1";
        script("V1__users.sql", """
                create table users (
                  id integer primary key,
                  name varchar(50) not null,
                  active boolean not null default true,
                  created_at timestamp not null,
                  born date,
                  token uuid,
                  settings jsonb,
                  raw json,
                  balance numeric(19, 4),
                  visits bigint not null,
                  age integer,
                  ratio double precision,
                  picture bytea,
                  exact decimal_text(38, 10),
                  score real,
                  opens time,
                  alarm timestamp without time zone,
                  waits duration
                );""");
        script("V2__orders.sql", """
                create table orders (id integer primary key autoincrement, user_id integer references users (id),
                  placed_at timestamp with time zone);
                create table order_lines (order_id integer not null references orders, number integer not null,
                  primary key (order_id, number));""");
    }

    @Test
    void generatesTheJavaTypesOfPostgresql() throws Exception {
        mojo.execute();
        assertThat(mojo.project.getCompileSourceRoots()).containsExactly(mojo.directory.toString());

        try (URLClassLoader generated = compile()) {
            Table<?> users = table(generated, "Users", "USERS");
            assertThat(Arrays.stream(users.fields()).map(Field::getName))
                    .containsExactly(
                            "id",
                            "name",
                            "active",
                            "created_at",
                            "born",
                            "token",
                            "settings",
                            "raw",
                            "balance",
                            "visits",
                            "age",
                            "ratio",
                            "picture",
                            "exact",
                            "score",
                            "opens",
                            "alarm",
                            "waits");
            assertThat(Arrays.stream(users.fields())
                            .<Class<?>>map(Field::getType)
                            .toList())
                    .isEqualTo(List.of(
                            Long.class,
                            String.class,
                            Boolean.class,
                            Instant.class,
                            LocalDate.class,
                            UUID.class,
                            JSONB.class,
                            JSON.class,
                            BigDecimal.class,
                            Long.class,
                            Integer.class,
                            Double.class,
                            byte[].class,
                            BigDecimal.class,
                            Float.class,
                            LocalTime.class,
                            LocalDateTime.class,
                            Duration.class));
            assertThat(users.field("balance").getDataType().precision()).isEqualTo(19);
            assertThat(users.field("balance").getDataType().scale()).isEqualTo(4);
            assertThat(users.getIdentity()).isNotNull();
            assertThat(users.getQualifiedName().toString()).isEqualTo("\"users\"");
            assertThat(users.field("name").getDataType().nullable()).isFalse();
            assertThat(users.field("name").getDataType().length()).isEqualTo(50);

            Table<?> orders = table(generated, "Orders", "ORDERS");
            assertThat(orders.field("user_id").getType()).isEqualTo(Long.class);
            assertThat(orders.field("placed_at").getType()).isEqualTo(Instant.class);
            assertThat(orders.getReferences()).hasSize(1);
            assertThat(table(generated, "OrderLines", "ORDER_LINES")
                            .field("order_id")
                            .getType())
                    .isEqualTo(Long.class);
            assertThat(table(generated, "OrderLines", "ORDER_LINES")
                            .field("number")
                            .getType())
                    .isEqualTo(Integer.class);
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void generatedTablesWorkOnTheMigratedDatabase() throws Exception {
        mojo.execute();
        Instant now = Instant.parse("2026-03-29T01:30:00.500Z");
        try (URLClassLoader generated = compile();
                Database database = Database.open("sqlite:///:memory:")) {
            Migrations.of(database, options -> options.locations(mojo.locations.get(0)))
                    .upgrade();
            Table<Record> users = (Table<Record>) table(generated, "Users", "USERS");
            TableField<Record, Long> id = (TableField<Record, Long>) users.field("id");
            Field<Instant> createdAt = (Field<Instant>) users.field("created_at");
            Long key = database.transaction(sql -> sql.insertInto(users)
                    .set((Field<String>) users.field("name"), "Ann")
                    .set(createdAt, now)
                    .set((Field<Long>) users.field("visits"), 1L)
                    .returning(id)
                    .fetchSingle(id));
            assertThat(key).isEqualTo(1L);
            assertThat(database.<Instant, RuntimeException>read(sql -> sql.select(createdAt)
                            .from(users)
                            .where(createdAt.eq(now))
                            .fetchSingle(createdAt)))
                    .isEqualTo(now);
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void generatedColumnsKeepWhatTheyAreGivenOrRefuseIt() throws Exception {
        mojo.execute();
        BigDecimal digits38 = new BigDecimal("-9999999999999999999999999999.9999999999");
        try (URLClassLoader generated = compile();
                Database database = Database.open("sqlite:///:memory:")) {
            Migrations.of(database, options -> options.locations(mojo.locations.get(0)))
                    .upgrade();
            Table<Record> users = (Table<Record>) table(generated, "Users", "USERS");
            Field<BigDecimal> exact = (Field<BigDecimal>) users.field("exact");
            Field<Duration> waits = (Field<Duration>) users.field("waits");
            Field<LocalTime> opens = (Field<LocalTime>) users.field("opens");
            database.transaction(sql -> sql.insertInto(users)
                    .set((Field<String>) users.field("name"), "Ann")
                    .set((Field<Instant>) users.field("created_at"), Instant.EPOCH)
                    .set((Field<Long>) users.field("visits"), 1L)
                    .set(exact, digits38)
                    .set(waits, Duration.ofNanos(-5))
                    .set(opens, LocalTime.parse("08:30:00.250"))
                    .execute());
            Record row = database.read(sql -> sql.selectFrom(users).fetchSingle());
            assertThat(row.get(exact)).isEqualTo(digits38);
            assertThat(row.get(waits)).isEqualTo(Duration.ofNanos(-5));
            assertThat(row.get(opens)).isEqualTo(LocalTime.parse("08:30:00.250"));
            assertThatThrownBy(() -> database.transaction(sql -> sql.update(users)
                            .set((Field<BigDecimal>) users.field("balance"), new BigDecimal("123456789012345.1234"))
                            .execute()))
                    .isInstanceOf(ValueNotKeptException.class)
                    .hasMessageContaining("in column balance");
        }
    }

    @Test
    void leavesOutTheHistoryAndWhatIsExcluded() throws Exception {
        mojo.excludes = "order_lines";
        mojo.execute();
        assertThat(generatedFiles("tables")).containsExactly("Orders.java", "Users.java");
    }

    @Test
    void doesNothingWhenNothingHasChanged() throws Exception {
        mojo.execute();
        FileTime longAgo = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        Path file = mojo.directory.toPath().resolve("example/tables/Tables.java");
        Files.setLastModifiedTime(file, longAgo);
        mojo.execute();
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(longAgo);
    }

    @Test
    void generatesAnewWhenAScriptOrTheConfigurationChanged() throws Exception {
        mojo.execute();
        script("V3__email.sql", "alter table users add column email varchar(100);");
        mojo.execute();
        Path users = mojo.directory.toPath().resolve("example/tables/tables/Users.java");
        assertThat(users).content().contains("EMAIL");
        mojo.excludes = "orders|order_lines";
        mojo.execute();
        assertThat(generatedFiles("tables")).containsExactly("Users.java");
    }

    @Test
    void rulesOfTheProjectComeFirst() throws Exception {
        mojo.forcedTypes = List.of(new ForcedType().withName("CLOB").withIncludeExpression("users\\.created_at"));
        mojo.execute();
        try (URLClassLoader generated = compile()) {
            assertThat(table(generated, "Users", "USERS").field("created_at").getType())
                    .isEqualTo(String.class);
        }
    }

    @Test
    void aBrokenScriptFailsWithFileAndLineAndIsTriedAgain() throws Exception {
        script("V3__broken.sql", "create table fine (id integer);\n\ncreate tabel broken (id integer);");
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("V3__broken.sql, line 3")
                .hasMessageContaining("DVT-730");
        script("V3__broken.sql", "create table mended (id integer);");
        mojo.execute();
        assertThat(generatedFiles("tables")).contains("Mended.java");
    }

    private void script(String name, String text) throws IOException {
        Files.writeString(
                Files.createDirectories(root.resolve("migration/sqlite")).resolve(name), text);
    }

    private List<String> generatedFiles(String folder) throws IOException {
        try (Stream<Path> files = Files.list(mojo.directory.toPath().resolve("example/tables/" + folder))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private URLClassLoader compile() throws IOException {
        Path classes = Files.createDirectories(root.resolve("classes"));
        List<String> arguments = new ArrayList<>(
                List.of("-d", classes.toString(), "-proc:none", "-classpath", System.getProperty("java.class.path")));
        try (Stream<Path> sources = Files.walk(mojo.directory.toPath())) {
            sources.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
        return new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader());
    }

    private static Table<?> table(ClassLoader generated, String className, String constant) throws Exception {
        return (Table<?>) generated
                .loadClass("example.tables.tables." + className)
                .getField(constant)
                .get(null);
    }
}
