package dev.dovetail.core.query;

import org.jooq.Condition;
import org.jooq.Context;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.impl.CustomCondition;
import org.jooq.impl.DSL;

/**
 * Conditions on a list whose length is known only when the query runs:
 * {@code where(in(ORDERS.ID, "ids"))}, then {@code query.bind("ids", List.of(1L, 2L))}.
 *
 * <p>The list may be a collection or an array, of any length; its elements are not null, and equal ones count once. An
 * empty list matches nothing. PostgreSQL and H2 get it as one array. SQLite, MariaDB and MySQL get as many placeholders as
 * the next power of two, so that few statements serve all lengths; above 16,384 elements SQLite gets numbers and text as one
 * JSON array, and takes at the most 32,000 of other types; H2 takes 65,536, MariaDB and MySQL a million.
 */
public final class ListParameter {

    private ListParameter() {}

    /** Whether the field is one of the list. */
    public static <T> Condition in(Field<T> field, String name) {
        return CustomCondition.of(context -> render(context, field, name, true));
    }

    /** Whether the field is none of the list; a field that is null is neither, unless the list is empty. */
    public static <T> Condition notIn(Field<T> field, String name) {
        return CustomCondition.of(context -> render(context, field, name, false));
    }

    private static void render(Context<?> context, Field<?> field, String name, boolean in) {
        ListShapes shapes = ListShapes.current(name);
        int shape = shapes.of(name, field, context.family());
        if (shape == 0) {
            context.visit(in ? DSL.falseCondition() : DSL.trueCondition());
        } else if (shape == ListShapes.ARRAY) {
            Param<?> array =
                    DSL.param(ListShapes.named(name, shape), field.getDataType().getArrayDataType());
            context.visit(field).sql(in ? " = any(" : " <> all(").visit(array).sql(")");
        } else if (shape == ListShapes.JSON) {
            Param<?> json = DSL.param(ListShapes.named(name, shape), String.class);
            context.visit(field)
                    .sql(in ? " in (" : " not in (")
                    .sql("select value from json_each(")
                    .visit(json)
                    .sql("))");
        } else {
            context.visit(field).sql(in ? " in (" : " not in (");
            for (int i = 0; i < shape; i++) {
                context.sql(i == 0 ? "" : ", ").visit(DSL.param(ListShapes.named(name, i), field.getDataType()));
            }
            context.sql(")");
        }
    }
}
