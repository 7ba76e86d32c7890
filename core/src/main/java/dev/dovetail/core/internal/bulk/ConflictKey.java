package dev.dovetail.core.internal.bulk;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.core.error.StatementFailedException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.Name;
import org.jspecify.annotations.Nullable;

/**
 * Whether the columns of {@code onConflict(…)} are a key. PostgreSQL and SQLite look by themselves; on H2 and MariaDB any
 * columns would do, and of several rows that are alike in them all would be updated.
 */
final class ConflictKey {

    private ConflictKey() {}

    /** Refuses other columns than those of a primary or unique key of the table. */
    static void require(BulkWork work, Engine engine, Connection connection) throws SQLException {
        Name qualified = work.table().getQualifiedName().qualifier();
        String qualifier = qualified == null || qualified.empty() ? null : qualified.last();
        boolean h2 = engine == Engine.H2;
        // MySQL's family calls a schema a catalog.
        String catalog = h2 ? null : qualifier == null ? connection.getCatalog() : qualifier;
        String schemaName = !h2 ? null : qualifier == null ? connection.getSchema() : qualifier;
        DatabaseMetaData catalogs = connection.getMetaData();
        String table = work.table().getName();
        if (!isThere(catalogs, catalog, schemaName, table)) {
            // Spelled in another case, or a view: its statement will tell.
            return;
        }
        Set<String> wanted =
                work.key().stream().map(Field::getName).map(ConflictKey::lower).collect(Collectors.toSet());
        if (!uniqueKeys(catalogs, catalog, schemaName, table).containsValue(wanted)) {
            throw refused(work, engine, null);
        }
    }

    private static boolean isThere(
            DatabaseMetaData catalogs, @Nullable String catalog, @Nullable String schema, String table)
            throws SQLException {
        String escape = catalogs.getSearchStringEscape();
        String pattern = table.replace(escape, escape + escape)
                .replace("_", escape + "_")
                .replace("%", escape + "%");
        try (ResultSet tables = catalogs.getTables(catalog, schema, pattern, new String[] {"TABLE", "BASE TABLE"})) {
            return tables.next() && tables.getString("TABLE_NAME").equals(table);
        }
    }

    private static Map<String, Set<String>> uniqueKeys(
            DatabaseMetaData catalogs, @Nullable String catalog, @Nullable String schema, String table)
            throws SQLException {
        Map<String, Set<String>> keys = new HashMap<>();
        try (ResultSet columns = catalogs.getIndexInfo(catalog, schema, table, true, true)) {
            while (columns.next()) {
                String index = columns.getString("INDEX_NAME");
                String column = columns.getString("COLUMN_NAME");
                if (index != null && column != null) {
                    keys.computeIfAbsent(index, name -> new HashSet<>()).add(lower(column));
                }
            }
        }
        return keys;
    }

    /** Whether this is how PostgreSQL or SQLite says it. */
    static boolean isNone(SQLException failure) {
        return "42P10".equals(failure.getSQLState())
                || String.valueOf(failure.getMessage()).contains("ON CONFLICT clause does not match");
    }

    static StatementFailedException refused(BulkWork work, Engine engine, @Nullable SQLException failure) {
        return new StatementFailedException(
                new Explanation(
                        CoreError.STATEMENT_FAILED,
                        "onConflict(…) names columns of " + work.table().getName()
                                + " that are no primary or unique key on " + engine.displayName() + ": "
                                + work.key().stream().map(Field::getName).collect(Collectors.joining(", ")),
                        "several rows may be alike in these columns, so none is the one to update",
                        "name exactly the columns of one key, or add a unique constraint by a migration"),
                failure);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
