package dev.dovetail.core.internal.bulk;

import dev.dovetail.core.spi.StatementInfo;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;

/**
 * What a bulk operation does with each of its rows.
 *
 * @param columns the columns of a row's values, in their order
 * @param key the columns by which an existing row is found; empty for a plain insert
 * @param set the columns that an existing row gets new values of
 */
public record BulkWork(Kind kind, Table<?> table, List<Field<?>> columns, List<Field<?>> key, List<Field<?>> set) {

    /** What happens to a row. */
    public enum Kind {
        /** It becomes a new row. */
        INSERT,
        /** It becomes a new row, or the existing row with its key gets new values. */
        UPSERT,
        /** It becomes a new row, unless one with its key exists. */
        INSERT_MISSING,
        /** The row with its key gets new values. */
        UPDATE,
        /** The row with its key goes. */
        DELETE
    }

    /** For the statement's listeners. */
    public StatementInfo info() {
        return new StatementInfo(true, Set.of(table.getName()), true);
    }

    /** The position of a column among a row's values, or -1; engines change the case of names. */
    int position(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).getName().equalsIgnoreCase(column)) {
                return i;
            }
        }
        return -1;
    }

    /** The positions of columns among a row's values, of which all are. */
    int[] positions(List<Field<?>> some) {
        return some.stream()
                .mapToInt(column -> columns.indexOf(column) >= 0 ? columns.indexOf(column) : position(column.getName()))
                .toArray();
    }

    /** The positions of the key's columns among a row's values. */
    public int[] keyPositions() {
        return positions(key);
    }

    static String name(DSLContext sql, Field<?> column) {
        return sql.render(column.getUnqualifiedName());
    }

    static String names(DSLContext sql, List<Field<?>> columns) {
        return columns.stream().map(column -> name(sql, column)).collect(Collectors.joining(", "));
    }
}
