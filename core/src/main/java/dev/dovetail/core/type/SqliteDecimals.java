package dev.dovetail.core.type;

import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.core.error.UnsupportedOnEngineException;
import java.util.Set;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.VisitContext;
import org.jooq.impl.QOM;

/** Decimals that SQLite holds as text are no numbers to it: what would compute with them is refused. */
public final class SqliteDecimals {

    private static final Set<Class<?>> COMPUTING = Set.of(
            QOM.Add.class,
            QOM.Sub.class,
            QOM.Mul.class,
            QOM.Div.class,
            QOM.Mod.class,
            QOM.Neg.class,
            QOM.Abs.class,
            QOM.Sign.class,
            QOM.Ceil.class,
            QOM.Floor.class,
            QOM.Round.class,
            QOM.Trunc.class,
            QOM.Power.class,
            QOM.Sqrt.class,
            QOM.Square.class,
            QOM.Exp.class,
            QOM.Ln.class,
            QOM.Log.class,
            QOM.Log10.class,
            QOM.Sum.class,
            QOM.Avg.class,
            QOM.Product.class,
            QOM.Median.class,
            QOM.StddevPop.class,
            QOM.StddevSamp.class,
            QOM.VarPop.class,
            QOM.VarSamp.class,
            QOM.Cast.class);

    private SqliteDecimals() {}

    /** Looks at a part of a statement that is being rendered. */
    public static void check(VisitContext context) {
        if (context.queryPart() instanceof Field<?> column
                && !(column instanceof Param<?>)
                && context.family() == SQLDialect.SQLITE
                && isText(column)
                && !computes(column)) {
            requireUnchanged(column, context.queryParts());
        }
    }

    /** Then what it computes with is looked at. */
    private static boolean computes(QueryPart part) {
        return COMPUTING.stream().anyMatch(type -> type.isInstance(part));
    }

    private static boolean isText(Field<?> field) {
        return field.getBinding() instanceof SortableTextBinding<?>;
    }

    /** Up to the condition or query in which it stands. */
    private static void requireUnchanged(Field<?> column, QueryPart[] path) {
        for (int i = path.length - 1; i >= 0; i--) {
            QueryPart part = path[i];
            if (computes(part)) {
                throw refused(column, "computed with or cast");
            }
            if (part instanceof QOM.CompareCondition<?, ?> comparison) {
                if (!isText(comparison.$arg1()) || !isText(comparison.$arg2())) {
                    throw refused(column, "compared with a number");
                }
                return;
            }
            if (part instanceof Select<?>) {
                return;
            }
        }
    }

    private static UnsupportedOnEngineException refused(Field<?> column, String how) {
        return new UnsupportedOnEngineException(
                new Explanation(
                        CoreError.UNSUPPORTED_ON_ENGINE,
                        "'" + column.getName() + "' cannot be " + how + " in SQL on SQLite.",
                        "it is a decimal_text, which SQLite holds as text that sorts like the numbers, and is no number"
                                + " to it",
                        "read the values and compute in Java; compare with values of the column's own type; or declare"
                                + " the column numeric if 15 digits are enough"),
                null);
    }
}
