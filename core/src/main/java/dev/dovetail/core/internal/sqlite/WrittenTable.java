package dev.dovetail.core.internal.sqlite;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.internal.text.SqlScanner;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The table that a statement of SQLite inserts into, updates or deletes from. */
final class WrittenTable {

    private static final Set<String> VERBS = Set.of("insert", "replace", "update", "delete");
    private static final Set<String> BEFORE_NAME =
            Set.of("or", "abort", "fail", "ignore", "replace", "rollback", "into", "from");
    private static final Set<String> ROW_IDS = Set.of("rowid", "oid", "_rowid_");

    private WrittenTable() {}

    /** Its name, or null if the statement writes to none. */
    static @Nullable String of(String sql) {
        SqlScanner scanner = new SqlScanner(Engine.SQLITE, sql);
        if (!toVerb(scanner)) {
            return null;
        }
        do {
            if (!scanner.next()) {
                return null;
            }
        } while (BEFORE_NAME.contains(scanner.keyword()));
        String name = scanner.name();
        while (scanner.next() && scanner.isSign('.') && scanner.next()) {
            name = scanner.name();
        }
        return name.isEmpty() ? null : name;
    }

    static boolean isInsert(String sql) {
        SqlScanner scanner = new SqlScanner(Engine.SQLITE, sql);
        return toVerb(scanner) && (scanner.is("insert") || scanner.is("replace"));
    }

    /** Whether it is an update that surely sets none of these columns; one that only names them may set them. */
    static boolean isUpdateWithout(List<String> columns, String sql) {
        SqlScanner scanner = new SqlScanner(Engine.SQLITE, sql);
        if (!toVerb(scanner) || !scanner.is("update")) {
            return false;
        }
        boolean setting = false;
        while (scanner.next() && !(scanner.depth() == 0 && scanner.is("where"))) {
            String name = scanner.name();
            if (setting
                    && (ROW_IDS.contains(name.toLowerCase(Locale.ROOT))
                            || columns.stream().anyMatch(name::equalsIgnoreCase))) {
                return false;
            }
            setting |= scanner.is("set");
        }
        return setting;
    }

    /** Behind the queries of a WITH, which stand in parentheses. */
    private static boolean toVerb(SqlScanner scanner) {
        while (scanner.next()) {
            if (scanner.depth() == 0 && VERBS.contains(scanner.keyword())) {
                return true;
            }
        }
        return false;
    }

    /** The table and those that foreign keys lead to from it, towards the children, in lower case. */
    static Set<String> reached(@Nullable String table, List<ForeignKey> keys) {
        Set<String> reached = new LinkedHashSet<>();
        if (table != null) {
            reached.add(table.toLowerCase(Locale.ROOT));
        }
        boolean more = true;
        while (more) {
            more = false;
            for (ForeignKey key : keys) {
                more |= reached.contains(key.parent().toLowerCase(Locale.ROOT))
                        && reached.add(key.child().toLowerCase(Locale.ROOT));
            }
        }
        return reached;
    }
}
