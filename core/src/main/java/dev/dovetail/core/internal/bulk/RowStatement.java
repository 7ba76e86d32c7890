package dev.dovetail.core.internal.bulk;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The texts of statements for one row, with a parameter for each of its values. Thread-safe. */
final class RowStatement {

    private static final String VALUES = "values (";

    private static final Field<JSON> JSON_COLUMN = DSL.field(DSL.name("json"), SQLDataType.JSON);

    private final DSLContext sql;
    private final BulkWork work;
    private final String table;
    private final Map<String, String> names = new ConcurrentHashMap<>();
    private final Map<String, String> parameters = new ConcurrentHashMap<>();
    private final Map<String, String> texts = new ConcurrentHashMap<>();

    RowStatement(DSLContext sql, BulkWork work) {
        this.sql = sql;
        this.work = work;
        this.table = sql.render(work.table());
    }

    BulkWork work() {
        return work;
    }

    /** A text that is made of these once; its name says which. There are few of them. */
    String kept(String name, Supplier<String> text) {
        return texts.computeIfAbsent(name, missing -> text.get());
    }

    String insert() {
        return insertInto() + " values " + parameters();
    }

    /** For MySQL's family. Parameters: the row's values, then those of the key. */
    String insertMissing() {
        return insertInto() + " select "
                + work.columns().stream().map(this::parameter).collect(Collectors.joining(", "))
                + " from dual where not exists (select 1 from " + table() + " where " + sameKey() + ")";
    }

    /** For H2. Parameters: the values of the key, those of the set columns if there are any, then the row's. */
    String merge() {
        String update = work.set().isEmpty() ? "" : " when matched then update set " + assignments();
        return "merge into " + table() + " using dual on (" + sameKey() + ")" + update
                + " when not matched then insert (" + names(work.columns()) + ") values " + parameters();
    }

    /** Parameters: the values of the set columns, then those of the key. */
    String update() {
        return "update " + table() + " set " + assignments() + " where " + sameKey();
    }

    /** Parameters: the values of the key. */
    String delete() {
        return "delete from " + table() + " where " + sameKey();
    }

    String insertInto() {
        return insertInto("insert into ");
    }

    String insertInto(String verb) {
        return verb + table() + " (" + names(work.columns()) + ")";
    }

    /** {@code (?, ?)}, or what else the engine needs around a parameter. */
    String parameters() {
        return work.columns().stream().map(this::parameter).collect(Collectors.joining(", ", "(", ")"));
    }

    /** {@code on conflict … do …}, for the engines that have it. */
    String onConflict() {
        String conflict = " on conflict (" + names(work.key()) + ") do ";
        if (work.kind() == BulkWork.Kind.INSERT_MISSING) {
            return conflict + "nothing";
        }
        return conflict + "update set "
                + work.set().stream()
                        .map(column -> name(column) + " = excluded." + name(column))
                        .collect(Collectors.joining(", "));
    }

    String table() {
        return table;
    }

    String name(Field<?> column) {
        return names.computeIfAbsent(column.getName(), name -> BulkWork.name(sql, column));
    }

    String names(List<Field<?>> columns) {
        return columns.stream().map(this::name).collect(Collectors.joining(", "));
    }

    static String repeated(String row, int times) {
        return String.join(", ", Collections.nCopies(times, row));
    }

    private String assignments() {
        return work.set().stream()
                .map(column -> name(column) + " = " + parameter(column))
                .collect(Collectors.joining(", "));
    }

    private String sameKey() {
        return work.key().stream()
                .map(column -> name(column) + " = " + parameter(column))
                .collect(Collectors.joining(" and "));
    }

    /** As jOOQ renders it in an insert: elsewhere it adds casts, and one to varchar(20) would cut the value. */
    private String parameter(Field<?> column) {
        return parameters.computeIfAbsent(column.getName(), name -> render(column));
    }

    private String render(Field<?> column) {
        Class<?> stored = column.getDataType().getFromType();
        Query insert = stored == JSON.class || stored == JSONB.class
                // Of null it does not say that it is JSON.
                ? DSL.insertInto(work.table(), JSON_COLUMN).values(JSON.json("null"))
                : insertNull(column);
        String text = sql.render(insert);
        return text.substring(text.indexOf(VALUES) + VALUES.length(), text.lastIndexOf(')'));
    }

    private <T> Query insertNull(Field<T> column) {
        return DSL.insertInto(work.table(), column).values((T) null);
    }
}
