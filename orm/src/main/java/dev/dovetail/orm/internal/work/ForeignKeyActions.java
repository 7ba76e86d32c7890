package dev.dovetail.orm.internal.work;

import dev.dovetail.core.spi.DatabaseAccess;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which tables the database itself changes when a table is written: those with a foreign key to it that has an {@code
 * ON DELETE} or {@code ON UPDATE} action. Read from the catalog once, and again when a table is met that was not there.
 * Thread-safe.
 */
final class ForeignKeyActions {

    private final DatabaseAccess access;
    private volatile Catalog catalog = new Catalog(Set.of(), Map.of());
    private final Set<String> missing = java.util.concurrent.ConcurrentHashMap.newKeySet();

    ForeignKeyActions(DatabaseAccess access) {
        this.access = access;
    }

    /** These tables, and all that their foreign keys' actions reach. */
    Set<String> reachedFrom(Set<String> tables) {
        Catalog known = catalogWith(tables);
        Set<String> reached = new HashSet<>(tables);
        Deque<String> open = new ArrayDeque<>(tables);
        for (String table = open.poll(); table != null; table = open.poll()) {
            for (String child : known.children().getOrDefault(table, Set.of())) {
                if (reached.add(child)) {
                    open.add(child);
                }
            }
        }
        return reached;
    }

    private Catalog catalogWith(Set<String> tables) {
        for (String table : tables) {
            if (!catalog.tables().contains(table) && !missing.contains(table)) {
                Catalog fresh = read();
                catalog = fresh;
                // Aliases and tables of other schemas: not there, and not worth looking for each time.
                tables.stream().filter(name -> !fresh.tables().contains(name)).forEach(missing::add);
                return fresh;
            }
        }
        return catalog;
    }

    private Catalog read() {
        try {
            Connection connection = access.connection();
            DatabaseMetaData metadata = connection.getMetaData();
            String database = connection.getCatalog();
            String schema = connection.getSchema();
            List<String> names = new ArrayList<>();
            try (ResultSet rows = metadata.getTables(
                    database, schema, "%", new String[] {"TABLE", "BASE TABLE", "PARTITIONED TABLE"})) {
                while (rows.next()) {
                    names.add(rows.getString("TABLE_NAME"));
                }
            }
            Set<String> tables = new HashSet<>();
            Map<String, Set<String>> children = new HashMap<>();
            for (String name : names) {
                tables.add(TableNames.normal(name));
                addForeignKeys(metadata, database, schema, name, children);
            }
            return new Catalog(tables, children);
        } catch (SQLException failure) {
            RuntimeException typed = access.translate(failure, null);
            access.transactions().require("reading foreign keys").doom(typed);
            throw typed;
        }
    }

    private static void addForeignKeys(
            DatabaseMetaData metadata, String database, String schema, String name, Map<String, Set<String>> children)
            throws SQLException {
        try (ResultSet rows = metadata.getImportedKeys(database, schema, name)) {
            while (rows.next()) {
                if (acts(rows.getInt("DELETE_RULE")) || acts(rows.getInt("UPDATE_RULE"))) {
                    children.computeIfAbsent(
                                    TableNames.normal(rows.getString("PKTABLE_NAME")), parent -> new HashSet<>())
                            .add(TableNames.normal(name));
                }
            }
        }
    }

    private static boolean acts(int rule) {
        return rule == DatabaseMetaData.importedKeyCascade
                || rule == DatabaseMetaData.importedKeySetNull
                || rule == DatabaseMetaData.importedKeySetDefault;
    }

    private record Catalog(Set<String> tables, Map<String, Set<String>> children) {}
}
