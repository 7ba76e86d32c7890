package dev.dovetail.core.type;

import java.util.List;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteScope;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Query;
import org.jooq.Row;
import org.jooq.impl.QOM;
import org.jspecify.annotations.Nullable;

/** Finds the column that a bind variable is written to, where the statement tells. */
final class BoundColumn {

    private BoundColumn() {}

    /**
     * The column of a variable.
     *
     * @param scope where it is set
     * @param index the variable's, the first being 1
     * @return its name, or null: not in a compiled query, nor for what stands beside an expression
     */
    static @Nullable String name(ExecuteScope scope, int index) {
        Query query;
        try {
            query = query(scope.executeContext());
        } catch (UnsupportedOperationException compiledOrBulk) {
            return null;
        }
        String written = query instanceof QOM.Insert<?> insert
                ? ofInsert(insert, index)
                : query instanceof QOM.Update<?> update ? ofUpdate(update, index) : null;
        return written != null || query == null ? written : ComparedColumn.name(query, scope.configuration(), index);
    }

    /** Of a batch the statement that it sends for each of its rows. */
    private static @Nullable Query query(@Nullable ExecuteContext context) {
        if (context == null) {
            return null;
        }
        Query[] batch = context.batchQueries();
        return context.query() != null || batch.length != 1 ? context.query() : batch[0];
    }

    private static @Nullable String ofInsert(QOM.Insert<?> insert, int index) {
        List<? extends Field<?>> columns = insert.$columns();
        int variable = 0;
        for (Row row : insert.$values()) {
            Field<?>[] cells = row.fields();
            for (int i = 0; i < cells.length; i++) {
                if (!(cells[i] instanceof Param)) {
                    // An expression may have any number of variables.
                    return null;
                }
                variable++;
                if (variable == index) {
                    return columns.get(i).getName();
                }
            }
        }
        return null;
    }

    private static @Nullable String ofUpdate(QOM.Update<?> update, int index) {
        int variable = 0;
        for (var assignment : update.$set().entrySet()) {
            if (!(assignment.getValue() instanceof Param)) {
                return null;
            }
            variable++;
            if (variable == index && assignment.getKey() instanceof Field<?> column) {
                return column.getName();
            }
        }
        return null;
    }
}
