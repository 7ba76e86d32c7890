package dev.dovetail.core.internal.bulk;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Select;
import org.jooq.impl.DSL;

/** The texts of statements for one row, with a parameter for each of its values. */
final class RowStatement {

    private final DSLContext sql;
    private final BulkWork work;

    RowStatement(DSLContext sql, BulkWork work) {
        this.sql = sql;
        this.work = work;
    }

    String insert() {
        return insertInto() + " values " + parameters();
    }

    /** Parameters: the row's values, then those of the key. */
    String insertMissing() {
        List<Field<?>> values =
                work.columns().stream().<Field<?>>map(RowStatement::parameter).toList();
        Condition sameKey =
                work.key().stream().map(RowStatement::equalToParameter).reduce(DSL.noCondition(), Condition::and);
        Select<?> row = DSL.select(values)
                .whereNotExists(DSL.selectOne().from(work.table()).where(sameKey));
        return insertInto() + " " + sql.render(row);
    }

    /** Parameters: the values of the set columns, then those of the key. */
    String update() {
        return "update " + table() + " set "
                + work.set().stream()
                        .map(column -> BulkWork.name(sql, column) + " = " + sql.render(parameter(column)))
                        .collect(Collectors.joining(", "))
                + " where " + sameKey();
    }

    /** Parameters: the values of the key. */
    String delete() {
        return "delete from " + table() + " where " + sameKey();
    }

    String insertInto() {
        return insertInto("insert into ");
    }

    String insertInto(String verb) {
        return verb + table() + " (" + BulkWork.names(sql, work.columns()) + ")";
    }

    /** {@code (?, ?)}, with casts where the engine needs them. */
    String parameters() {
        return work.columns().stream()
                .map(column -> sql.render(parameter(column)))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** {@code on conflict … do …}, for the engines that have it. */
    String onConflict() {
        String conflict = " on conflict (" + BulkWork.names(sql, work.key()) + ") do ";
        if (work.kind() == BulkWork.Kind.INSERT_MISSING) {
            return conflict + "nothing";
        }
        return conflict + "update set "
                + work.set().stream()
                        .map(column -> BulkWork.name(sql, column) + " = excluded." + BulkWork.name(sql, column))
                        .collect(Collectors.joining(", "));
    }

    String table() {
        return sql.render(work.table());
    }

    static String repeated(String row, int times) {
        return String.join(", ", Collections.nCopies(times, row));
    }

    private String sameKey() {
        return work.key().stream()
                .map(column -> BulkWork.name(sql, column) + " = " + sql.render(parameter(column)))
                .collect(Collectors.joining(" and "));
    }

    private static <T> Param<T> parameter(Field<T> column) {
        return DSL.val((T) null, column);
    }

    private static <T> Condition equalToParameter(Field<T> column) {
        return column.eq(parameter(column));
    }
}
