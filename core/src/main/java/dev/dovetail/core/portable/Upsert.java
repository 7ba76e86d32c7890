package dev.dovetail.core.portable;

import dev.dovetail.core.internal.jdbc.SqlFailures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.InsertSetMoreStep;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.CustomField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Inserts a row, or updates the one that has the same key: one statement, the same outcome on every engine. {@code
 * Upsert.into(STOCK).key(STOCK.SKU).set(STOCK.SKU, "a1").set(STOCK.AMOUNT, 5).execute(sql)}.
 *
 * <p>Only a row with the same {@link #key} is updated. One that is in the way through another unique key is a
 * {@link dev.dovetail.core.error.DuplicateKeyException}, also
 * on MariaDB and MySQL, whose own statement would change that other row. For many rows there is {@code db.bulk()}.
 *
 * <p>Immutable; each method returns a new one.
 *
 * @param <R> the record type of the table
 */
public final class Upsert<R extends Record> {

    private final Table<R> table;
    private final List<Field<?>> key;
    private final Map<Field<?>, Field<?>> values;
    private final Map<Field<?>, Field<?>> updates;

    private Upsert(
            Table<R> table, List<Field<?>> key, Map<Field<?>, Field<?>> values, Map<Field<?>, Field<?>> updates) {
        this.table = table;
        this.key = key;
        this.values = values;
        this.updates = updates;
    }

    /** Into a table. */
    public static <R extends Record> Upsert<R> into(Table<R> table) {
        return new Upsert<>(Objects.requireNonNull(table, "table"), List.of(), Map.of(), Map.of());
    }

    /** The columns of the primary key or unique key that decides whether the row is there. */
    public Upsert<R> key(Field<?>... columns) {
        return new Upsert<>(table, List.of(columns), values, updates);
    }

    /** A column's value, in the new row and in the one that is there. */
    public <T> Upsert<R> set(Field<T> column, @Nullable T value) {
        return new Upsert<>(
                table, key, and(values, column, DSL.val(value, column)), and(updates, column, DSL.val(value, column)));
    }

    /** A column's value in a new row; the one that is there keeps its own. */
    public <T> Upsert<R> setOnInsert(Field<T> column, @Nullable T value) {
        return new Upsert<>(table, key, and(values, column, DSL.val(value, column)), updates);
    }

    /**
     * Runs it.
     *
     * @throws IllegalStateException if the key was not named, or a column of it has no value
     * @throws dev.dovetail.core.error.ConstraintViolationException if the row breaks a constraint other than the key
     */
    public void execute(DSLContext sql) {
        query(sql).execute();
    }

    /** The statement, for a batch or to look at. */
    public Query query(DSLContext sql) {
        if (key.isEmpty()) {
            throw new IllegalStateException("An upsert into " + table.getName() + " needs key(…)");
        }
        for (Field<?> column : key) {
            if (!values.containsKey(column)) {
                throw new IllegalStateException("An upsert into " + table.getName() + " needs a value for "
                        + column.getName() + ", which is part of its key");
            }
        }
        InsertSetMoreStep<R> insert = sql.insertInto(table).set(values);
        Map<Field<?>, Field<?>> changes = new LinkedHashMap<>(updates);
        changes.keySet().removeAll(key);
        SQLDialect family = sql.family();
        if (family == SQLDialect.MARIADB || family == SQLDialect.MYSQL) {
            return insert.onDuplicateKeyUpdate().set(guarded(changes));
        }
        List<Field<?>> qualified = new ArrayList<>();
        key.forEach(column -> qualified.add(qualified(column)));
        return changes.isEmpty()
                ? insert.onConflict(qualified).doNothing()
                : insert.onConflict(qualified).doUpdate().set(changes);
    }

    /** MySQL's statement does not say which key was in the way: where it was another one, a value that is an error. */
    private Map<Field<?>, Field<?>> guarded(Map<Field<?>, Field<?>> changes) {
        Map<Field<?>, Field<?>> first = changes.isEmpty() ? Map.of(key.get(0), key.get(0)) : changes;
        Map<Field<?>, Field<?>> guarded = new LinkedHashMap<>();
        first.forEach((column, value) -> guarded.put(column, guarded(column.getDataType(), value)));
        return guarded;
    }

    private <T> Field<T> guarded(DataType<T> type, Field<?> value) {
        return CustomField.of("guarded", type, context -> {
            context.sql("if(");
            String separator = "";
            for (Field<?> column : key) {
                context.sql(separator)
                        .visit(column)
                        .sql(" <=> values(")
                        .visit(column)
                        .sql(")");
                separator = " and ";
            }
            context.sql(", ").visit(value).sql(", " + SqlFailures.ANOTHER_KEY_IN_THE_WAY + ")");
        });
    }

    /** Where jOOQ says it with MERGE, the name alone would be that of two columns. */
    private Field<?> qualified(Field<?> column) {
        return DSL.field(table.getQualifiedName().append(column.getUnqualifiedName()), column.getDataType());
    }

    private static Map<Field<?>, Field<?>> and(Map<Field<?>, Field<?>> some, Field<?> column, Field<?> value) {
        Map<Field<?>, Field<?>> more = new LinkedHashMap<>(some);
        more.put(column, value);
        return more;
    }
}
