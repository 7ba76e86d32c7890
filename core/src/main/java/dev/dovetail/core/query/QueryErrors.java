package dev.dovetail.core.query;

import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.core.page.SortKey;
import jakarta.data.page.PageRequest;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;

/** The messages of this package. They never show values, which may be secrets. */
final class QueryErrors {

    private static final int SHOWN = 200;

    private QueryErrors() {}

    static QueryException unknown(String name, List<String> parameters) {
        return parameter(
                "The query has no parameter '" + cut(name) + "'; it has " + listed(parameters) + ".",
                "a typing mistake, or the parameter was inlined or left out when the query was built",
                "bind one of those, or write param(\"" + cut(name) + "\", Type.class) in the query");
    }

    static QueryException missing(String name, List<String> parameters) {
        return parameter(
                "The parameter '" + name + "' has no value; the query has " + listed(parameters) + ".",
                "bind(…) was not called for it, or its result was not used: it returns a new query",
                "write query.bind(\"" + name + "\", value) before running it; null is a value, too");
    }

    static QueryException wrongType(Parameter parameter, Object value) {
        return parameter(
                "The parameter " + parameter.described() + " was given a "
                        + value.getClass().getTypeName() + ".",
                "the value was not converted, or an int stands where a long is needed (5 instead of 5L)",
                "give a " + (parameter.list() ? "collection of " : "")
                        + parameter.type().getTypeName());
    }

    static QueryException twoTypes(Parameter one, Parameter other) {
        return bad(
                "The parameter " + one.described() + " stands in the query a second time as " + other.described() + ".",
                "the same name was used for two things",
                "give one of them another name, or the same type");
    }

    static QueryException notAList(Parameter parameter, @Nullable Object value) {
        return parameter(
                "The parameter " + parameter.described() + " was given "
                        + (value == null ? "null" : "a " + value.getClass().getTypeName()) + ".",
                "the query has in(field, \"" + parameter.name() + "\"), which takes a list",
                "give a collection or an array of " + parameter.type().getTypeName()
                        + "; an empty one matches nothing");
    }

    static QueryException nullElement(Parameter parameter) {
        return parameter(
                "The list for the parameter " + parameter.described() + " has null in it.",
                "a value is missing; in SQL null is equal to nothing, and not in (…, null) is never true",
                "leave null out, and add or(field.isNull()) where it is meant");
    }

    static QueryException listTooLong(String name, int size, int limit, Class<?> type) {
        return parameter(
                "The list for the parameter '" + name + "' has " + size + " elements, and this engine takes " + limit
                        + " of type " + type.getSimpleName() + " in one statement.",
                "each element is a placeholder of its own here",
                "give the list in parts, or insert it into a temporary table and join that");
    }

    static QueryException listOutside(String name) {
        return bad(
                "in(…, \"" + cut(name) + "\") stands in a query that is not compiled.",
                "ListParameter is for db.compile(…); elsewhere the list is known when the query is built",
                "use field.in(collection) here");
    }

    static QueryException streamEnded(boolean ended) {
        return new QueryException(
                new Explanation(
                        CoreError.STREAM_ENDED,
                        ended
                                ? "A stream of rows was used after the block that it was given to."
                                : "A stream of rows was used on thread '"
                                        + Thread.currentThread().getName() + "', which is not that of its connection.",
                        ended
                                ? "the stream, its iterator or a lazy step of it was returned or kept"
                                : "it was made parallel, or handed to another thread",
                        "collect what you need inside of the block, on its thread"),
                null);
    }

    static QueryException noColumns(String sql) {
        return bad(
                "The columns of '" + cut(sql) + "' are not known before it runs.",
                "it is plain SQL, or selects everything of a table whose columns are not known here",
                "name the columns in select(…), or write .coerce(…) with typed fields after plain SQL");
    }

    static QueryException nestedColumn(Field<?> column) {
        return bad(
                "The column " + column.getName() + " is a row or a result of its own ("
                        + column.getType().getSimpleName() + ").",
                "row(…) or multiset(…) in the select list; these need jOOQ to read them",
                "select the columns one by one, or run the query in db.read(…)");
    }

    static QueryException noColumn(Class<?> type, String component, int matches, List<String> columns) {
        return bad(
                "The component " + component + " of " + type.getSimpleName() + " matches "
                        + (matches == 0 ? "no column" : matches + " columns") + " of " + listed(columns) + ".",
                "the names differ by more than case and underscores, or two tables have columns of the same name",
                "name the column with .as(\"" + component + "\"), or use mapping(" + type.getSimpleName() + "::new)");
    }

    static QueryException noConverter(Class<?> type, String component, Field<?> column, Class<?> target) {
        return bad(
                "The column " + column.getName() + " gives " + column.getType().getSimpleName() + ", and the component "
                        + component + " of " + type.getSimpleName() + " takes " + target.getSimpleName() + ".",
                "jOOQ has no conversion between the two",
                "change the component's type, or convert the column with .convert(…)");
    }

    static QueryException nullForPrimitive(Class<?> type, String component) {
        return bad(
                "The component " + component + " of " + type.getSimpleName()
                        + " is a primitive, and its column was null.",
                "the column can be null, for example because of a left join",
                "declare the component with the boxed type, or select coalesce(…)");
    }

    static QueryException constructorFailed(Class<?> type, Throwable failure) {
        return new QueryException(
                new Explanation(
                        CoreError.BAD_QUERY,
                        "A " + type.getSimpleName() + " cannot be made of a row: " + failure,
                        "its module is not open to this one, or its constructor throws a checked exception",
                        "open the package, or use mapping(" + type.getSimpleName() + "::new)"),
                failure);
    }

    static QueryException emulated(String sql) {
        return bad(
                "The statement '" + cut(sql) + "' returns rows, but this engine needs several statements for it.",
                "returning(…) on a table without a key that jOOQ knows, or on an engine without RETURNING",
                "run it in db.transaction(…), or give the table its primary key");
    }

    static QueryException noSelect(String sql) {
        return page(
                "'" + cut(sql) + "' is no select of jOOQ's, so no page or count can be made of it.",
                "it is plain SQL, or a statement that returns rows",
                "build it with select(…), or write limit and offset into it as parameters");
    }

    static QueryException noOrder(Select<?> select) {
        return page(
                "A page was asked for of a query without an order: '" + cut(select.toString()) + "'.",
                "orderBy(…) is missing; without it each page may show any rows",
                "add .orderBy(…) to the query");
    }

    static QueryException setOperation(Select<?> select) {
        return page(
                "A page was asked for of a query that unites several selects: '" + cut(select.toString()) + "'.",
                "union(…), intersect(…) or except(…) at its top; the order belongs to their result",
                "select from it, sql.selectFrom(union.asTable(\"u\")), and order that");
    }

    static QueryException hasLimit(Select<?> select) {
        return page(
                "A page was asked for of a query that has a limit or an offset: '" + cut(select.toString()) + "'.",
                "the query cuts its rows itself",
                "leave limit and offset out; the page request has them");
    }

    static QueryException notUnique(Select<?> select) {
        return page(
                "A page was asked for of a query whose rows nothing identifies: '" + cut(select.toString()) + "'.",
                "it joins, unites or selects from a table whose primary key jOOQ does not know; rows that are equal in"
                        + " the order could then be shown twice or not at all",
                "name columns that are different in each row: query.keyedBy(TABLE.ID)");
    }

    static QueryException orderNotSelected(Select<?> select) {
        return page(
                "A page was asked for of a distinct query that is ordered by what it does not select: '"
                        + cut(select.toString()) + "'.",
                "rows that are distinct by the selected columns have no single value of the others",
                "order by selected columns, or select the others, too");
    }

    static QueryException sameKeyTwice(String sql) {
        return page(
                "Two rows of '" + cut(sql)
                        + "' have the same values in all columns of the order, so a page cannot begin"
                        + " between them.",
                "the columns given to keyedBy(…) do not identify a row",
                "add the columns that are missing");
    }

    static QueryException cursorForOffsetPage() {
        return new QueryException(
                new Explanation(
                        CoreError.BAD_CURSOR,
                        "page(…) was given a request with a cursor.",
                        "the request comes from a CursoredPage",
                        "use cursoredPage(…), or PageRequest.ofPage(…)"),
                null);
    }

    static QueryException cursorSize(int size, List<SortKey<?>> keys) {
        return cursor("A cursor has " + size + " values, and the order has " + keys.size() + ": " + listed(keys) + ".");
    }

    static QueryException cursorType(int index, Object value, List<SortKey<?>> keys) {
        return cursor("The value " + index + " of a cursor is a "
                + value.getClass().getTypeName() + ", and the order has " + listed(keys) + ".");
    }

    static QueryException badCursorText(@Nullable Throwable cause) {
        return cursorText(
                "The text of a cursor cannot be read.",
                "it was cut or changed on its way, or somebody made it up",
                "answer as if the page did not exist, or begin with the first page",
                cause);
    }

    static QueryException cursorTooLong(int length, int longest) {
        return cursorText(
                "A cursor would be a text of " + length + " characters, and the longest is " + longest + ".",
                "the order has a column with long texts",
                "order by shorter columns; what identifies a row is enough to tell rows apart",
                null);
    }

    static QueryException noCursorText(Object value) {
        return cursorText(
                "A cursor has a value of type " + value.getClass().getTypeName() + ", which has no text form.",
                "the order has a column of a type of your own",
                "order by numbers, texts, dates, times or UUIDs, or keep the cursor itself in a session",
                null);
    }

    private static QueryException cursorText(String fact, String cause, String fix, @Nullable Throwable failure) {
        return new QueryException(new Explanation(CoreError.BAD_CURSOR, fact, cause, fix), failure);
    }

    static QueryException pageTooFar(PageRequest request) {
        return page(
                "Page " + request.page() + " of " + request.size() + " rows each begins beyond any row that there can"
                        + " be.",
                "a number that somebody typed, as in a link",
                "limit the number of the page and its size before asking");
    }

    private static QueryException cursor(String fact) {
        return new QueryException(
                new Explanation(
                        CoreError.BAD_CURSOR,
                        fact,
                        "the cursor was made by another query, or its types were lost on its way (a long as int)",
                        "use the requests that a page gives out, and restore each value with its type"),
                null);
    }

    private static String listed(Iterable<SortKey<?>> keys) {
        List<String> types = new ArrayList<>();
        keys.forEach(key -> types.add(key.field().getType().getSimpleName()));
        return listed(types);
    }

    private static QueryException page(String fact, String cause, String fix) {
        return new QueryException(new Explanation(CoreError.BAD_PAGE, fact, cause, fix), null);
    }

    static NoRowException none(String sql) {
        return new NoRowException(new Explanation(
                CoreError.NO_ROW,
                "One row was asked for, and '" + cut(sql) + "' found none.",
                "the row does not exist, or the condition is too narrow",
                "use oneOrNone() if there may be none"));
    }

    static SeveralRowsException several(String sql) {
        return new SeveralRowsException(new Explanation(
                CoreError.SEVERAL_ROWS,
                "One row was asked for, and '" + cut(sql) + "' found several.",
                "the condition is too wide",
                "narrow it, or use first() with an order, or list()"));
    }

    private static QueryException parameter(String fact, String cause, String fix) {
        return new QueryException(new Explanation(CoreError.BAD_PARAMETER, fact, cause, fix), null);
    }

    private static QueryException bad(String fact, String cause, String fix) {
        return new QueryException(new Explanation(CoreError.BAD_QUERY, fact, cause, fix), null);
    }

    private static String listed(List<String> names) {
        return names.isEmpty() ? "none" : cut(String.join(", ", names));
    }

    private static String cut(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
