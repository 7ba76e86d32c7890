package dev.dovetail.orm.internal.work;

import dev.dovetail.core.spi.DatabaseAccess;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which names are views: nobody knows what tables stand behind them. Read from the catalog when a name is met that no
 * entity is mapped to and that was not met before. Thread-safe.
 */
final class ViewNames {

    private final DatabaseAccess access;
    private final EntityTables mapped;
    private final Set<String> others = ConcurrentHashMap.newKeySet();
    private volatile Set<String> views = Set.of();

    ViewNames(DatabaseAccess access, EntityTables mapped) {
        this.access = access;
        this.mapped = mapped;
    }

    /** Whether one of these is a view that no entity is mapped to. */
    boolean isAmong(Set<String> names) {
        for (String name : names) {
            if (!mapped.isMapped(name) && isView(name)) {
                return true;
            }
        }
        return false;
    }

    private boolean isView(String name) {
        if (views.contains(name)) {
            return true;
        }
        // Tables without an entity, aliases and names of common table expressions: not worth looking for each time.
        if (others.contains(name)) {
            return false;
        }
        views = read();
        if (views.contains(name)) {
            return true;
        }
        others.add(name);
        return false;
    }

    private Set<String> read() {
        try {
            Connection connection = access.connection();
            Set<String> names = new HashSet<>();
            try (ResultSet rows = connection
                    .getMetaData()
                    .getTables(connection.getCatalog(), connection.getSchema(), "%", new String[] {"VIEW"})) {
                while (rows.next()) {
                    names.add(TableNames.normal(rows.getString("TABLE_NAME")));
                }
            }
            return Set.copyOf(names);
        } catch (SQLException failure) {
            RuntimeException typed = access.translate(failure, null);
            access.transactions().require("reading the names of views").doom(typed);
            throw typed;
        }
    }
}
