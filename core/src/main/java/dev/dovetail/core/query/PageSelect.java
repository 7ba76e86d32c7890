package dev.dovetail.core.query;

import dev.dovetail.core.page.Keyset;
import dev.dovetail.core.page.KeysetValue;
import dev.dovetail.core.page.SortKey;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * A select as the inner part of the selects that cut pages from it. Its columns are {@code c0}, {@code c1}, …; the values of
 * its order are among them, or follow them as {@code k0}, {@code k1}, …
 */
final class PageSelect {

    static final String LIMIT = "#limit";
    static final String OFFSET = "#offset";
    private static final String KEY = "#key";
    private static final String PAGE = "page";

    private final Table<?> page;
    private final List<Field<?>> columns;
    private final List<Integer> places;
    private final Keyset keyset;

    private PageSelect(Table<?> page, List<Field<?>> columns, List<Integer> places, Keyset keyset) {
        this.page = page;
        this.columns = columns;
        this.places = places;
        this.keyset = keyset;
    }

    /**
     * Of a select and its order, which tells all rows apart.
     *
     * @param read the types that its columns are read with
     */
    static PageSelect of(Select<?> select, List<? extends DataType<?>> read, List<SortKey<?>> order) {
        List<Field<?>> selected = select.getSelect();
        List<SelectField<?>> aliased = new ArrayList<>();
        List<Field<?>> columns = new ArrayList<>();
        for (Field<?> field : selected) {
            add(field, "c" + columns.size(), read.get(columns.size()), aliased, columns);
        }
        List<SortKey<?>> keys = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (SortKey<?> key : order) {
            int place = PageOrder.find(key.field(), selected);
            if (place < 0) {
                place = columns.size();
                add(key.field(), "k" + keys.size(), key.field().getDataType(), aliased, columns);
            }
            places.add(place);
            keys.add(on(key, columns.get(place)));
        }
        Select<?> inner = select.$orderBy(List.of()).$select(aliased);
        return new PageSelect(inner.asTable(PAGE), columns, places, Keyset.of(keys));
    }

    private static void add(
            Field<?> field, String alias, DataType<?> type, List<SelectField<?>> aliased, List<Field<?>> columns) {
        aliased.add(field.as(alias));
        columns.add(DSL.field(DSL.name(PAGE, alias), type));
    }

    @SuppressWarnings("unchecked") // the column was made of the key's own field
    private static <T> SortKey<T> on(SortKey<T> key, Field<?> column) {
        return key.on((Field<T>) column);
    }

    /** All columns, those of the order included. */
    List<Field<?>> columns() {
        return columns;
    }

    /** Where the values of the order stand among the columns. */
    List<Integer> places() {
        return places;
    }

    List<SortKey<?>> keys() {
        return keyset.keys();
    }

    static String keyName(int key) {
        return KEY + key;
    }

    /** How many rows a select has. */
    static Select<?> count(Select<?> select) {
        List<SelectField<?>> aliased = new ArrayList<>();
        for (Field<?> field : select.getSelect()) {
            aliased.add(field.as("c" + aliased.size()));
        }
        return DSL.selectCount()
                .from(select.$orderBy(List.of()).$select(aliased).asTable(PAGE));
    }

    /** The page at an offset. */
    Select<?> atOffset() {
        return DSL.select(columns)
                .from(page)
                .orderBy(keyset.order())
                .limit(DSL.param(LIMIT, Integer.class))
                .offset(DSL.param(OFFSET, Long.class));
    }

    /** The page behind a cursor, or before it, then from its end. */
    Select<?> behind(PageShape shape, SQLDialect family) {
        Keyset order = shape.backward() ? keyset.reversed() : keyset;
        List<KeysetValue<?>> values = new ArrayList<>();
        for (int i = 0; i < order.keys().size(); i++) {
            values.add(new KeysetValue<>(
                    DSL.param(keyName(i), order.keys().get(i).field().getDataType()), shape.isNull(i)));
        }
        return DSL.select(columns)
                .from(page)
                .where(order.behind(values, family))
                .orderBy(order.order())
                .limit(DSL.param(LIMIT, Integer.class));
    }
}
