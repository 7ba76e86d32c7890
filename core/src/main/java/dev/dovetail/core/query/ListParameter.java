package dev.dovetail.core.query;

import org.jooq.Condition;
import org.jooq.Context;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.impl.CustomCondition;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Conditions on a list whose length is known only when the query runs:
 * {@code where(in(ORDERS.ID, "ids"))}, then {@code query.bind("ids", List.of(1L, 2L))}.
 *
 * <p>The list may be a collection or an array, of any length; its elements are not null, and equal ones count once. An
 * empty list matches nothing. PostgreSQL and H2 get it as one array, or few. SQLite, MariaDB and MySQL get as many
 * placeholders as the next power of two, so that few statements serve all lengths, and so do types with a binding of their own
 * everywhere; long ones become one JSON array on SQLite and one array of texts on PostgreSQL. What remains limited are
 * floating point numbers and bytes on SQLite (32,000), types with a binding of their own on H2 (65,536), and MariaDB and MySQL
 * (a million, within the size of a packet).
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
        } else if (ListShapes.arrays(shape) > 0) {
            context.sql("(");
            for (int i = 0; i < ListShapes.arrays(shape); i++) {
                Param<?> array = DSL.param(
                        ListShapes.named(name, ListShapes.ofNumber(i)),
                        field.getDataType().getArrayDataType());
                context.sql(i == 0 ? "" : in ? " or " : " and ")
                        .visit(field)
                        .sql(in ? " = any(" : " <> all(")
                        .visit(array)
                        .sql(")");
            }
            context.sql(")");
        } else if (shape == ListShapes.TEXTS) {
            Param<?> texts = DSL.param(ListShapes.named(name, shape), SQLDataType.CLOB.getArrayDataType());
            context.visit(field)
                    .sql(in ? " = any((" : " <> all((")
                    .visit(texts)
                    .sql(")::" + StoredElements.postgresqlType(field.getDataType()) + "[])");
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
