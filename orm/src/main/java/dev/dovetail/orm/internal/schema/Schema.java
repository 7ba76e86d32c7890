package dev.dovetail.orm.internal.schema;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.core.spi.DatabaseAccess;
import dev.dovetail.orm.error.OrmError;
import dev.dovetail.orm.error.WorkException;
import dev.dovetail.orm.internal.boot.SessionFactories;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes and drops the tables of entities. Thread-safe. */
public final class Schema {

    private final DatabaseAccess access;
    private final List<Class<?>> entities;

    /** Of these entities in a database. */
    public Schema(DatabaseAccess access, List<Class<?>> entities) {
        this.access = access;
        this.entities = List.copyOf(entities);
    }

    /** The statements that make everything in an empty database, in order. */
    public List<String> createStatements() {
        return create(statements(), Set.of());
    }

    /** Makes what is not there. */
    public void createAll() {
        requireNoTransaction("createAll");
        SchemaStatements statements = statements();
        onConnection(connection -> create(statements, tables(connection)));
    }

    /** Makes the table of the outbox, if it is not there. */
    public void createOutbox() {
        requireNoTransaction("createOutbox");
        onConnection(connection -> tables(connection).contains(OutboxTable.NAME)
                ? List.of()
                : List.of(OutboxTable.create(access.engine())));
    }

    /** Drops what is there. */
    public void dropAll() {
        requireNoTransaction("dropAll");
        SchemaStatements statements = statements();
        onConnection(connection -> drop(statements, tables(connection)));
    }

    /** Booted again: what a schema is made from is large, and needed once. */
    private SchemaStatements statements() {
        return SessionFactories.booted(
                access.engine(),
                entities,
                (metadata, factory) -> SchemaStatements.of(metadata, factory, access.engine()));
    }

    static List<String> create(SchemaStatements statements, Set<String> existing) {
        List<String> all = new ArrayList<>(statements.sequences());
        List<TableStatements> missing = statements.tables().stream()
                .filter(table -> !existing.contains(normal(table.name())))
                .toList();
        missing.forEach(table -> all.addAll(table.create()));
        missing.forEach(table -> all.addAll(table.connect()));
        return all;
    }

    private List<String> drop(SchemaStatements statements, Set<String> existing) {
        List<TableStatements> present = statements.tables().stream()
                .filter(table -> existing.contains(normal(table.name())))
                .toList();
        List<String> all = new ArrayList<>();
        switch (access.engine()) {
            case SQLITE -> {
                // Dropping a table deletes its rows first, which rows of others may refer to.
                all.add("pragma defer_foreign_keys = on");
                present.forEach(table -> all.add("delete from " + table.name()));
            }
            case MARIADB, MYSQL ->
                present.forEach(table -> table.foreignKeys()
                        .forEach(key -> all.add("alter table " + table.name() + " drop foreign key "
                                + (access.engine() == Engine.MARIADB ? "if exists " : "") + key)));
            case POSTGRESQL, H2 -> {}
        }
        boolean cascades = access.engine() == Engine.POSTGRESQL || access.engine() == Engine.H2;
        present.forEach(table -> all.add("drop table " + table.name() + (cascades ? " cascade" : "")));
        statements.sequenceNames().forEach(sequence -> all.add("drop sequence if exists " + sequence));
        return all;
    }

    private static Set<String> tables(Connection connection) throws SQLException {
        Set<String> names = new HashSet<>();
        try (ResultSet tables =
                connection.getMetaData().getTables(connection.getCatalog(), connection.getSchema(), null, null)) {
            while (tables.next()) {
                names.add(normal(tables.getString("TABLE_NAME")));
            }
        }
        return names;
    }

    private static String normal(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** As one transaction where the engine takes such statements back. */
    private void onConnection(StatementsFor work) {
        boolean atomic = access.engine() == Engine.SQLITE || access.engine() == Engine.POSTGRESQL;
        @Nullable String current = null;
        try (Connection connection = access.openConnection()) {
            connection.setAutoCommit(!atomic);
            try (Statement statement = connection.createStatement()) {
                for (String sql : work.of(connection)) {
                    current = sql;
                    statement.execute(sql);
                }
                if (atomic) {
                    connection.commit();
                }
            } catch (Throwable failure) {
                if (atomic) {
                    connection.rollback();
                }
                throw failure;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException failure) {
            throw access.translate(failure, current);
        }
    }

    private void requireNoTransaction(String call) {
        if (access.transactions().current() != null) {
            throw new WorkException(new Explanation(
                    OrmError.SCHEMA_IN_TRANSACTION,
                    call + "() was called inside a transaction.",
                    "some engines commit what came before, and all lock it",
                    "call it before, usually once when a test or program starts"));
        }
    }

    /** What is to be run on a connection. */
    @FunctionalInterface
    private interface StatementsFor {
        List<String> of(Connection connection) throws SQLException;
    }
}
