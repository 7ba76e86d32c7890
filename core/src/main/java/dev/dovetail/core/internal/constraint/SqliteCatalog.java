package dev.dovetail.core.internal.constraint;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.internal.sqlite.ForeignKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What SQLite keeps: the text of {@code create table}, and lists of indexes. */
record SqliteCatalog(Connection connection) implements Catalog {

    @Override
    public List<String> columns(String table, String constraint) throws SQLException {
        List<String> columns = Catalog.texts(connection, "select name from pragma_table_info(?)", table);
        // A check without a name is told by its expression.
        String expression = declared(table).stream()
                .filter(declared -> declared.isCheck() && constraint.equalsIgnoreCase(declared.name()))
                .findFirst()
                .map(declared -> String.join(" ", declared.columns()))
                .orElse(constraint);
        return Identifiers.columnsIn(Engine.SQLITE, expression, columns);
    }

    @Override
    public @Nullable String key(String table, List<String> columns) throws SQLException {
        for (DeclaredConstraint declared : declared(table)) {
            if (!declared.isCheck() && declared.name() != null && same(declared.columns(), columns)) {
                return declared.name();
            }
        }
        for (String index : Catalog.texts(
                connection,
                "select name from pragma_index_list(?) where \"unique\" = 1 and origin = 'c' order by seq",
                table)) {
            if (same(
                    Catalog.texts(connection, "select name from pragma_index_info(?) order by seqno", index),
                    columns)) {
                return index;
            }
        }
        return null;
    }

    @Override
    public List<String> parentColumns(String table, List<String> columns, String parent) throws SQLException {
        for (ForeignKey key : ForeignKey.of(table, connection)) {
            if (key.parent().equalsIgnoreCase(parent) && same(key.from(), columns)) {
                return key.to();
            }
        }
        return List.of();
    }

    private List<DeclaredConstraint> declared(String table) throws SQLException {
        return DeclaredConstraint.in(String.join(
                "",
                Catalog.texts(
                        connection,
                        "select sql from sqlite_schema where type = 'table' and name = ? collate nocase",
                        table)));
    }

    private static boolean same(List<String> some, List<String> others) {
        if (some.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < some.size(); i++) {
            if (!others.get(i).equalsIgnoreCase(some.get(i))) {
                return false;
            }
        }
        return true;
    }
}
