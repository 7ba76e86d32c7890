package dev.dovetail.orm.internal.query;

import dev.dovetail.core.error.Explanation;
import dev.dovetail.orm.error.OrmError;
import dev.dovetail.orm.error.WorkException;
import dev.dovetail.orm.query.LoadOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What queries refuse. */
final class QueryErrors {

    private QueryErrors() {}

    static WorkException limitOverJoin(String operation, String name) {
        return new WorkException(new Explanation(
                OrmError.LIMIT_OVER_JOIN,
                "'" + operation + "' of " + name + " cannot be combined with a joined collection.",
                "the join repeats each " + name + " for each element, so the database would cut in the middle of one",
                "load the collection with selectin(…) instead of joined(…)"));
    }

    static WorkException lockOverJoin(String name) {
        return refused(
                "A query that locks " + name + " cannot be combined with a join or subquery.",
                "a join would lock the joined rows too, and not every engine can; a subquery might find other rows",
                "load the association with selectin(…)");
    }

    static WorkException limited(String operation, String name) {
        return refused(
                "'" + operation + "' of " + name + " was asked for with a limit or offset of the query.",
                "the request of a page says how many there are and where they begin",
                "leave limit(…) and offset(…) out, or use list()");
    }

    static WorkException cursorForPage(String name) {
        return refused(
                "A page of " + name + " by number was asked for with a cursor.",
                "the request is a next or previous one of a keyset page",
                "use keyset(request), or PageRequest.ofPage(…)");
    }

    static void requireFitting(String name, List<SortBy> keys, List<? extends @Nullable Object> cursor) {
        if (cursor.size() != keys.size()) {
            throw cursorSize(name, cursor.size(), keys);
        }
        for (int i = 0; i < keys.size(); i++) {
            if (!keys.get(i).accepts(cursor.get(i))) {
                throw cursorType(name, i, cursor.get(i), keys.get(i));
            }
        }
    }

    private static WorkException cursorSize(String name, int got, List<SortBy> keys) {
        return refused(
                "The cursor for " + name + " has " + got + " values, and the order has " + keys.size() + ".",
                "it comes from a query with another order",
                "begin again with PageRequest.ofSize(…), which has no cursor");
    }

    private static WorkException cursorType(String name, int place, @Nullable Object value, SortBy key) {
        return refused(
                "Value " + (place + 1) + " of the cursor for " + name + " is a "
                        + (value == null ? "null" : value.getClass().getSimpleName()) + ", and the order has a "
                        + key.value().getJavaType().getSimpleName() + " there.",
                "it comes from a query with another order, or lost its type on its way through a client",
                "convert it, or begin again with PageRequest.ofSize(…)");
    }

    static WorkException unsorted(String name) {
        return refused(
                "Keyset pages of " + name + " need an order that tells rows apart, and there is none.",
                "it has no order, or nothing in it is known to identify a row",
                "sort by attributes, the id last");
    }

    static WorkException sameKeyTwice(String name) {
        return refused(
                "Two rows of " + name + " have the same values of the order, so a keyset page cannot end between them.",
                "the order does not tell rows apart",
                "sort by attributes that do, behind the others: the ids of what is joined");
    }

    static WorkException noKeyset(String name) {
        return refused(
                "Keyset pages are not made of native SQL (" + name + ").",
                "its order and its conditions are text",
                "write the query in HQL or as a selection, or use a compiled query of core, or page(…)");
    }

    static WorkException endedStream(String name) {
        return refused(
                "A stream of " + name + " was read after a nested block was rolled back.",
                "the rollback ended the session that it read with",
                "read all first with list(), or do the nested work behind the stream");
    }

    static WorkException loadOfText(LoadOption load) {
        return new WorkException(new Explanation(
                OrmError.LOAD_REFUSED,
                (load instanceof LoadOption.Joined ? "joined" : "subquery") + "(\"" + load.path()
                        + "\") cannot be added to a query that is text.",
                "its joins and conditions are part of its text",
                "use selectin(…), or write 'left join fetch' in HQL"));
    }

    static WorkException refused(String fact, String cause, String fix) {
        return new WorkException(new Explanation(OrmError.QUERY_REFUSED, fact, cause, fix));
    }
}
