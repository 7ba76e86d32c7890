package dev.dovetail.migrations.catalog;

import dev.dovetail.core.engine.Engine;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An index that PostgreSQL does not use: CREATE INDEX CONCURRENTLY failed or was killed and left it behind. It costs each
 * write and keeps its name taken. Other engines leave none.
 *
 * @param table the table that it is on
 * @param name its name
 * @param definition the statement that would make it
 */
public record InvalidIndex(String table, String name, String definition) {

    /** Without those that are being built right now. */
    private static final String QUERY = "select t.relname, i.relname, pg_catalog.pg_get_indexdef(x.indexrelid)"
            + " from pg_catalog.pg_index x"
            + " join pg_catalog.pg_class i on i.oid = x.indexrelid join pg_catalog.pg_class t on t.oid = x.indrelid"
            + " where t.relnamespace = (select n.oid from pg_catalog.pg_namespace n where n.nspname = current_schema())"
            + " and not x.indisvalid and t.relkind <> 'p' and not exists ("
            + "select 1 from pg_catalog.pg_stat_progress_create_index p where p.index_relid = x.indexrelid)"
            + " order by 1, 2";

    /**
     * Those in the current schema.
     *
     * @throws SQLException if the database does
     */
    public static List<InvalidIndex> find(Connection connection, Engine engine) throws SQLException {
        List<InvalidIndex> found = new ArrayList<>();
        if (engine == Engine.POSTGRESQL) {
            Rows.each(
                    connection,
                    QUERY,
                    row -> found.add(new InvalidIndex(row.getString(1), row.getString(2), row.getString(3))));
        }
        return found;
    }

    /** What removes it, outside a transaction. */
    public String dropStatement() {
        return "drop index concurrently if exists " + Names.quote(name);
    }

    /** What builds it anew in its place, outside a transaction. */
    public String rebuildStatement() {
        return "reindex index concurrently " + Names.quote(name);
    }

    /** Whether a statement speaks of it. */
    public boolean isMentionedIn(String sql) {
        return Pattern.compile("(?i)(?<![\\p{L}\\p{N}_])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}_])")
                .matcher(sql)
                .find();
    }
}
