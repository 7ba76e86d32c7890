package dev.dovetail.core.internal.bulk;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.Field;

/**
 * The text of a statement whose rows come from {@code unnest}.
 *
 * @param types the columns' types on the server
 */
record UnnestStatement(RowStatement row, List<String> types) {

    String text() {
        BulkWork work = row.work();
        return switch (work.kind()) {
            case INSERT -> row.insertInto() + " select " + all() + from();
            case UPSERT, INSERT_MISSING -> row.insertInto() + " select " + all() + from() + row.onConflict();
            case UPDATE ->
                "update " + row.table() + " as t set "
                        + work.set().stream()
                                .map(column -> name(column) + " = " + value(work.position(column.getName())))
                                .collect(Collectors.joining(", "))
                        + from() + " where " + sameKey();
            case DELETE ->
                "delete from " + row.table() + " as t using " + unnest() + " as v (" + aliases() + ") where "
                        + sameKey();
        };
    }

    /** What tells it from the texts for other types. */
    String name() {
        return "unnest " + types;
    }

    /** Rows go in, and generated keys come back, in the order of the arrays. */
    String returning(Field<?> key) {
        return row.insertInto() + " select " + all() + " from " + unnest() + " with ordinality as v (" + aliases()
                + ", n) order by v.n returning " + name(key);
    }

    private String from() {
        return " from " + unnest() + " as v (" + aliases() + ")";
    }

    private String unnest() {
        return types.stream()
                .map(type -> "?::" + element(type) + "[]")
                .collect(Collectors.joining(", ", "unnest(", ")"));
    }

    private String aliases() {
        return IntStream.range(0, types.size()).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));
    }

    /** An array of arrays would be unnested down to the last element, so arrays travel as text. */
    private static String element(String type) {
        return isArray(type) ? "text" : type;
    }

    private static boolean isArray(String type) {
        return type.endsWith("[]");
    }

    private String all() {
        return IntStream.range(0, types.size()).mapToObj(this::value).collect(Collectors.joining(", "));
    }

    private String value(int position) {
        String type = types.get(position);
        return "v.c" + position + (isArray(type) ? "::" + type : "");
    }

    private String sameKey() {
        BulkWork work = row.work();
        return work.key().stream()
                .map(column -> "t." + name(column) + " = " + value(work.position(column.getName())))
                .collect(Collectors.joining(" and "));
    }

    private String name(Field<?> column) {
        return row.name(column);
    }
}
