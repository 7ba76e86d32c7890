package dev.dovetail.migrations.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import dev.dovetail.migrations.catalog.Schema;
import dev.dovetail.migrations.ddl.Ddl;
import dev.dovetail.migrations.diff.Operation;
import dev.dovetail.migrations.diff.Rename;
import dev.dovetail.migrations.diff.SchemaChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One database that is emptied and filled again, to find out what leads from one schema to another. */
public final class SchemaBench implements AutoCloseable {

    private final TestDatabase database;
    private final Engine engine;
    private final Connection connection;

    public SchemaBench(TestDatabase database) {
        this.database = database;
        this.engine = engine(database.engine());
        try {
            this.connection = database.connect();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Engine engine(TestEngine engine) {
        return Engine.valueOf(engine.name());
    }

    public Engine engine() {
        return engine;
    }

    public Connection connection() {
        return connection;
    }

    public TestDatabase database() {
        return database;
    }

    /** An empty database with what these statements make. */
    public Schema schema(List<String> statements) {
        clear();
        run(statements);
        return read();
    }

    public Schema read() {
        try {
            return Schema.read(connection, engine);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void run(List<String> statements) {
        String current = "";
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                current = sql;
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(
                    e.getMessage() + " in: " + current + "\nof\n" + String.join(";\n", statements), e);
        }
    }

    /** As the executor does it: in one transaction, where definitions can be in one. */
    private void together(List<String> statements) {
        if (engine != Engine.POSTGRESQL) {
            run(statements);
            return;
        }
        try {
            connection.setAutoCommit(false);
            try {
                run(statements);
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void clear() {
        switch (engine) {
            case POSTGRESQL -> run(List.of("drop schema public cascade", "create schema public"));
            case H2 -> run(List.of("drop all objects"));
            case SQLITE -> {
                run(List.of("pragma foreign_keys = off"));
                for (String type : List.of("trigger", "view", "table")) {
                    for (String name : strings("select name from sqlite_master where type = '" + type
                            + "' and name not like 'sqlite\\_%' escape '\\'")) {
                        run(List.of("drop " + type + " \"" + name + "\""));
                    }
                }
            }
            case MARIADB, MYSQL -> {
                run(List.of("set foreign_key_checks = 0"));
                for (String name :
                        strings("select table_name from information_schema.tables where table_schema = database()")) {
                    run(List.of("drop table `" + name + "`"));
                }
                run(List.of("set foreign_key_checks = 1"));
            }
        }
    }

    public List<String> strings(String query) {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    /** What is found between two schemas, after it has been carried out up, down and up again. */
    public List<String> detected(List<String> before, List<String> after, Rename... renames) {
        Schema goal = schema(after);
        Schema start = schema(before);
        Ddl ddl = Ddl.of(engine);
        List<Rename> all = List.of(renames);
        run(all.stream().map(ddl::rename).toList());
        Schema renamed = read();
        SchemaChange up = SchemaChange.between(renamed, goal);
        SchemaChange down = SchemaChange.between(goal, renamed);
        together(ddl.statements(up));
        assertThat(read().withoutColumnOrder()).as("up").isEqualTo(goal.withoutColumnOrder());
        List<String> back = new ArrayList<>(ddl.statements(down));
        List<Rename> reversed = new ArrayList<>(all);
        Collections.reverse(reversed);
        reversed.forEach(rename -> back.add(ddl.rename(rename.reversed())));
        together(back);
        assertThat(read().withoutColumnOrder()).as("down").isEqualTo(start.withoutColumnOrder());
        List<String> lines = new ArrayList<>();
        all.forEach(rename -> lines.add(rename.describe()));
        up.operations().stream().map(Operation::describe).forEach(lines::add);
        return lines;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
