package dev.dovetail.core.internal.sql;

import dev.dovetail.core.type.SqliteDecimals;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jooq.Param;
import org.jooq.QueryPart;
import org.jooq.SQL;
import org.jooq.Table;
import org.jooq.VisitContext;
import org.jooq.VisitListener;
import org.jspecify.annotations.Nullable;

/**
 * Collects the tables of a statement while jOOQ renders it, on the rendering thread. A statement may be rendered while
 * another one is (a flush runs before a statement), so collections are stacked.
 */
final class TableCollector implements VisitListener {

    /** jOOQ renders the argument of {@code count(*)} as plain SQL. */
    private static final String ASTERISK = "*";

    private static final ThreadLocal<Deque<Collected>> RENDERING = ThreadLocal.withInitial(ArrayDeque::new);

    static void begin() {
        RENDERING.get().push(new Collected());
    }

    /** From now on until the end, what is bound on this thread is taken down instead. */
    static void begin(BatchValues values) {
        Collected collected = new Collected();
        collected.values = values;
        RENDERING.get().push(collected);
    }

    static Collected end() {
        Deque<Collected> stack = RENDERING.get();
        Collected collected = stack.pop();
        if (stack.isEmpty()) {
            RENDERING.remove();
        }
        return collected;
    }

    /** How many statements this thread is rendering. */
    static int open() {
        int open = RENDERING.get().size();
        if (open == 0) {
            RENDERING.remove();
        }
        return open;
    }

    @Override
    public void visitStart(VisitContext context) {
        Collected collected = RENDERING.get().peek();
        if (collected == null) {
            return;
        }
        QueryPart part = context.queryPart();
        BatchValues values = collected.values;
        if (values != null) {
            if (part instanceof Param<?> param) {
                values.add(param.getValue());
            }
            return;
        }
        SqliteDecimals.check(context);
        if (part instanceof Table<?> table) {
            collected.tables.add(table.getName());
        } else if (part instanceof SQL && !ASTERISK.equals(part.toString())) {
            collected.plainSql = true;
        }
    }

    /** The tables of one statement. */
    static final class Collected {
        private final Set<String> tables = new LinkedHashSet<>();
        private boolean plainSql;
        private @Nullable BatchValues values;

        Set<String> tables() {
            return tables;
        }

        boolean hasPlainSql() {
            return plainSql;
        }
    }
}
