package dev.dovetail.core.query;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.ResultQuery;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;

/** What all copies of a compiled query share. Thread-safe. */
final class QueryPlan<T extends @Nullable Object> {

    private final Runner runner;
    private final Planner planner;
    private final ResultQuery<?> query;
    private final Columns columns;
    private final ColumnReader[] readers;
    private final RowReader<T> reader;

    QueryPlan(Runner runner, Planner planner, ResultQuery<?> query, Columns columns, RowReader<T> reader) {
        this.runner = runner;
        this.planner = planner;
        this.query = query;
        this.columns = columns;
        this.readers = columns.readers();
        this.reader = reader;
    }

    Runner runner() {
        return runner;
    }

    Planner planner() {
        return planner;
    }

    RowReader<T> reader() {
        return reader;
    }

    Row row(Rows rows) {
        return new Row(rows.result(), readers);
    }

    T read(Row row) throws SQLException {
        return reader.read(row);
    }

    /** How many rows it has with these values. */
    long count(@Nullable Object[] values) {
        Planner counting = planner.derived(this, PageShape.COUNT, family -> PageSelect.count(select()));
        @Nullable Object[] bound = counting.parameters().from(planner.parameters(), values, Map.of());
        return runner.<Long, RuntimeException>query(counting.plan(bound), bound, 0, rows -> {
            rows.next();
            return rows.result().getLong(1);
        });
    }

    /** What cuts pages from it, its rows being identified by these columns if any are given. */
    Pager<T> pager(List<? extends Field<?>> identity) {
        return planner.cache()
                .get(
                        this,
                        List.copyOf(identity),
                        () -> ListShapes.any(() -> new Pager<>(
                                this, PageSelect.of(select(), columns.types(), PageOrder.of(select(), identity)))));
    }

    private Select<?> select() {
        if (query instanceof Select<?> select) {
            return select;
        }
        throw QueryErrors.noSelect(planner.first().sql());
    }
}
