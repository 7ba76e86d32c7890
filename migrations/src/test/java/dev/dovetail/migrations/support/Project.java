package dev.dovetail.migrations.support;

import dev.dovetail.core.Database;
import dev.dovetail.core.engine.Engine;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestDatabases;
import dev.dovetail.databases.TestEngine;
import dev.dovetail.migrations.MigrationOptions;
import dev.dovetail.migrations.Migrations;
import dev.dovetail.migrations.result.AppliedStep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** A folder of scripts and a fresh database on one engine. */
public final class Project implements AutoCloseable {

    private final Path root;
    private final TestDatabase testDatabase;
    private final Database database;

    public Project(TestEngine engine, Path root) {
        this.root = root;
        this.testDatabase = TestDatabases.create(engine);
        this.database = Database.open(testDatabase.url(), options -> options.poolSize(4));
        folder();
    }

    public Engine engine() {
        return database.engine();
    }

    public String url() {
        return testDatabase.url();
    }

    public Path root() {
        return root;
    }

    public Path folder() {
        try {
            return Files.createDirectories(root.resolve(database.engine().id()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a script, replacing what was there. */
    public Path script(String name, String... lines) {
        try {
            return Files.writeString(folder().resolve(name), String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void delete(String name) {
        try {
            Files.delete(folder().resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** V1 makes users, V2 adds orders, V3 a column; each with its way back. */
    public Project withThreeScripts() {
        script("V1__users.sql", "create table users (id integer primary key, name varchar(50) not null);");
        script("U1__users.sql", "drop table users;");
        script(
                "V2__orders.sql",
                "-- what people buy",
                "create table orders (id integer primary key, user_id integer not null references users (id));",
                "create index orders_user on orders (user_id);");
        script("U2__orders.sql", "drop table orders;");
        script("V3__email.sql", "alter table users add column email varchar(100);");
        script("U3__email.sql", "alter table users drop column email;");
        return this;
    }

    public Migrations migrations() {
        return migrations(options -> {});
    }

    public Migrations migrations(Consumer<MigrationOptions> more) {
        return migrations(database, more);
    }

    public Migrations migrations(Database other, Consumer<MigrationOptions> more) {
        return Migrations.of(other, options -> more.accept(options.locations(root.toString())));
    }

    public Database database() {
        return database;
    }

    /** A second pool to the same database. */
    public Database openAnother() {
        return Database.open(testDatabase.url(), options -> options.poolSize(4));
    }

    public Connection connect() throws SQLException {
        return testDatabase.connect();
    }

    public void execute(String... statements) {
        try (Connection connection = database.access().openConnection();
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of a query as text, in lower case. */
    public List<String> query(String sql) {
        return database.read(context -> context.resultQuery(sql).fetch(0, String.class)).stream()
                .map(text -> text == null ? "null" : text.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Tables but the library's own, sorted. */
    public List<String> tables() {
        String sql = switch (engine()) {
            case SQLITE -> "select name from sqlite_master where type = 'table'";
            case POSTGRESQL -> "select tablename from pg_tables where schemaname = 'public'";
            case H2 -> "select table_name from information_schema.tables where table_schema = schema()";
            case MARIADB, MYSQL -> "select table_name from information_schema.tables where table_schema = database()";
        };
        return query(sql).stream()
                .filter(name -> !name.startsWith("dovetail_") && !name.startsWith("sqlite_"))
                .sorted()
                .toList();
    }

    /** The versions in the history table, in order. */
    public List<String> versions() {
        String quote = engine() == Engine.MARIADB ? "`" : "\"";
        return query("select %1$sversion%1$s from %1$sdovetail_schema_history%1$s order by %1$sinstalled_rank%1$s"
                .formatted(quote));
    }

    public static List<String> ids(List<AppliedStep> steps) {
        return steps.stream().map(step -> step.revision().toString()).toList();
    }

    @Override
    public void close() {
        try {
            database.close();
        } finally {
            testDatabase.close();
        }
    }
}
