package dev.dovetail.core.type;

import org.jooq.Configuration;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Query;
import org.jooq.QueryPart;
import org.jooq.RenderContext;
import org.jooq.VisitContext;
import org.jooq.VisitListener;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultVisitListenerProvider;
import org.jooq.impl.QOM;
import org.jspecify.annotations.Nullable;

/** Finds the column that a bind variable is compared with: the statement is rendered again, which only a refusal does. */
final class ComparedColumn implements VisitListener {

    private final int index;
    private int variable;
    private @Nullable String name;

    private ComparedColumn(int index) {
        this.index = index;
    }

    /** Its name, or null if the variable, the first being 1, stands in no comparison with a column. */
    static @Nullable String name(Query query, Configuration configuration, int index) {
        ComparedColumn finder = new ComparedColumn(index);
        DSL.using(configuration.derive(new DefaultVisitListenerProvider(finder)))
                .render(query);
        return finder.name;
    }

    @Override
    public void visitStart(VisitContext context) {
        if (!(context.queryPart() instanceof Param<?> param)
                || param.isInline()
                || !(context.context() instanceof RenderContext)) {
            return;
        }
        variable++;
        if (variable == index) {
            name = enclosing(context.queryParts());
        }
    }

    private static @Nullable String enclosing(QueryPart[] path) {
        for (int i = path.length - 1; i >= 0; i--) {
            Field<?> compared = compared(path[i]);
            if (compared != null) {
                return compared instanceof Param<?> ? null : compared.getName();
            }
        }
        return null;
    }

    private static @Nullable Field<?> compared(QueryPart part) {
        if (part instanceof QOM.CompareCondition<?, ?> comparison) {
            return comparison.$arg1();
        }
        if (part instanceof QOM.InList<?> list) {
            return list.$field();
        }
        if (part instanceof QOM.NotInList<?> list) {
            return list.$field();
        }
        return part instanceof QOM.Between<?> between ? between.$arg1() : null;
    }
}
