package dev.dovetail.core.internal.bulk;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * What the database generated for a column of each row, in the order of the rows.
 *
 * @param <K> the type of the column
 */
public final class GeneratedKeys<K> {

    private final Field<K> column;
    private final List<K> keys = new ArrayList<>();

    /** Collects the values of a column. */
    public GeneratedKeys(Field<K> column) {
        this.column = column;
    }

    /** What was collected. */
    public List<K> keys() {
        return keys;
    }

    Field<K> column() {
        return column;
    }

    /** The first column of each row, read as jOOQ would read it. */
    List<K> read(ResultSet result, SQLDialect dialect) {
        DSLContext reader = DSL.using(dialect);
        return reader.fetch(result, column).getValues(column);
    }

    void add(List<K> more) {
        keys.addAll(more);
    }
}
