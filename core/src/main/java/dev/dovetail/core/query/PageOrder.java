package dev.dovetail.core.query;

import dev.dovetail.core.page.SortKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jooq.Field;
import org.jooq.GroupField;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;

/** The order of a select, completed so that it tells all rows apart. */
final class PageOrder {

    private PageOrder() {}

    /**
     * The order of a select with what identifies a row behind it.
     *
     * @param identity the columns that the user says identify a row, or empty
     * @throws QueryException if the select has no order or a limit, or nobody knows what identifies its rows
     */
    static List<SortKey<?>> of(Select<?> select, List<? extends Field<?>> identity) {
        List<Field<?>> selected = select.getSelect();
        if (isSetOperation(select)) {
            throw QueryErrors.setOperation(select);
        }
        List<? extends SortField<?>> given = select.$orderBy();
        if (given.isEmpty()) {
            throw QueryErrors.noOrder(select);
        }
        if (select.$limit() != null || select.$offset() != null) {
            throw QueryErrors.hasLimit(select);
        }
        boolean nullsOnlyIfDeclared =
                select.$groupBy().isEmpty() && select.$from().stream().allMatch(PageOrder::keepsNullability);
        List<SortKey<?>> keys = new ArrayList<>();
        for (SortField<?> sort : given) {
            add(SortKey.of(sort), nullsOnlyIfDeclared, keys);
        }
        List<? extends Field<?>> identifying = identity.isEmpty() ? identifying(select) : identity;
        if (identifying.isEmpty()) {
            throw QueryErrors.notUnique(select);
        }
        for (Field<?> field : identifying) {
            add(SortKey.of(field.asc()), nullsOnlyIfDeclared, keys);
        }
        if (select.$distinct() && keys.stream().anyMatch(key -> find(key.field(), selected) < 0)) {
            throw QueryErrors.orderNotSelected(select);
        }
        return keys;
    }

    private static void add(SortKey<?> key, boolean nullsOnlyIfDeclared, List<SortKey<?>> keys) {
        if (keys.stream().noneMatch(known -> known.field().equals(key.field()))) {
            keys.add(nullsOnlyIfDeclared ? key : key.nullable(true));
        }
    }

    /** Where a field stands among the selected ones, by itself or by its alias; -1 if it does not. */
    static int find(Field<?> field, List<Field<?>> selected) {
        int place = selected.indexOf(field);
        if (place >= 0 || field.getQualifiedName().getName().length > 1) {
            return place;
        }
        for (int i = 0; i < selected.size(); i++) {
            if (selected.get(i).getName().equals(field.getName())
                    && selected.get(i).getType() == field.getType()) {
                return i;
            }
        }
        return -1;
    }

    /** What identifies a row as far as jOOQ knows; empty if it does not. */
    private static List<? extends Field<?>> identifying(Select<?> select) {
        if (select.$distinct()) {
            return select.getSelect();
        }
        if (!select.$groupBy().isEmpty()) {
            List<Field<?>> grouped = new ArrayList<>();
            for (GroupField group : select.$groupBy()) {
                if (!(group instanceof Field<?> field)) {
                    return List.of();
                }
                grouped.add(field);
            }
            return grouped;
        }
        if (select.$from().size() != 1) {
            return List.of();
        }
        Table<?> table = select.$from().get(0);
        UniqueKey<?> key = table.getPrimaryKey();
        if (key == null) {
            return List.of();
        }
        List<Field<?>> columns = new ArrayList<>();
        for (Field<?> column : key.getFields()) {
            Field<?> here = table.field(column);
            columns.add(here == null ? column : here);
        }
        return columns;
    }

    /** Whether a column that is declared not null is not null here: an outer join may make it so. */
    private static boolean keepsNullability(Table<?> table) {
        if (table instanceof QOM.Join<?> join) {
            return keepsNullability(join.$table1()) && keepsNullability(join.$table2());
        }
        return !(table instanceof QOM.JoinTable<?, ?>);
    }

    /** Whether it is a union or the like: what remains of a plain select without its parts is just a constant. */
    private static boolean isSetOperation(Select<?> select) {
        String rest = DSL.using(org.jooq.SQLDialect.DEFAULT)
                .render(select.$select(List.of(DSL.inline(1)))
                        .$from(List.of())
                        .$where(null)
                        .$groupBy(List.of())
                        .$orderBy(List.of())
                        .$distinct(false))
                .toLowerCase(Locale.ROOT);
        return rest.contains("union") || rest.contains("intersect") || rest.contains("except");
    }
}
