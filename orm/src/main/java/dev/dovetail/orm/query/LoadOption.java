package dev.dovetail.orm.query;

import dev.dovetail.core.error.Explanation;
import dev.dovetail.orm.error.OrmError;
import dev.dovetail.orm.error.WorkException;
import jakarta.persistence.metamodel.Attribute;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Which associations a query loads together with its entities, and how. Immutable. */
public sealed interface LoadOption {

    /** The path of the association, starting at the entity that is selected: {@code orders.lines}. */
    String path();

    /**
     * Loads by one further statement for all results, for each step of the path and each 500 owners, whatever the limit
     * or page. Associations that are loaded already are left alone, with their pending changes.
     *
     * @param path the steps from the selected entity; each is loaded
     */
    static LoadOption selectin(Attribute<?, ?>... path) {
        return new Selectin(path(path));
    }

    /** Like {@link #selectin(Attribute[])}, by name: {@code "orders.lines"}. */
    static LoadOption selectin(String path) {
        return new Selectin(path);
    }

    /**
     * Loads by a left join in the same statement. Meant for to-one associations: a collection repeats its owner for
     * each element, and cannot be combined with a limit or page.
     *
     * @param path the steps from the selected entity; each is loaded
     */
    static LoadOption joined(Attribute<?, ?>... path) {
        return new Joined(path(path));
    }

    /** Like {@link #joined(Attribute[])}, by name: {@code "role"}. */
    static LoadOption joined(String path) {
        return new Joined(path);
    }

    /**
     * Loads by one further statement for each step of the path, however many owners there are: the query itself, with its
     * limit and offset, is part of it, sorted by the id behind its own order. Worth it where the list of owners would be long
     * and the query is cheap; the owners are read again. In keyset pages, streams and {@code get} it is the same as
     * {@link #selectin(Attribute[])}, and so for owners that others changed in between.
     *
     * @param path the steps from the selected entity; each is loaded
     */
    static LoadOption subquery(Attribute<?, ?>... path) {
        return new Subquery(path(path));
    }

    /** Like {@link #subquery(Attribute[])}, by name: {@code "orders.lines"}. */
    static LoadOption subquery(String path) {
        return new Subquery(path);
    }

    /**
     * Loads at once by a statement for each association that is not loaded: one for each owner and step. For a few owners
     * whose statements shall be those of {@code get}.
     *
     * @param path the steps from the selected entity; each is loaded
     */
    static LoadOption immediate(Attribute<?, ?>... path) {
        return new Immediate(path(path));
    }

    /** Like {@link #immediate(Attribute[])}, by name: {@code "role"}. */
    static LoadOption immediate(String path) {
        return new Immediate(path);
    }

    /**
     * Loads nothing: from now on the association raises in this unit of work on its first use, although its policy would let
     * it load itself. What is loaded stays loaded, and a path of several steps means its last.
     *
     * @param path the steps from the selected entity
     */
    static LoadOption raise(Attribute<?, ?>... path) {
        return new Raise(path(path));
    }

    /** Like {@link #raise(Attribute[])}, by name: {@code "orders"}. */
    static LoadOption raise(String path) {
        return new Raise(path);
    }

    /**
     * Refused. It would show an association as empty that is not, and a change of that would delete or overwrite what is
     * there.
     *
     * @throws WorkException always; it says what to write instead
     */
    static LoadOption noload(Attribute<?, ?>... path) {
        String name = path(path);
        throw new WorkException(new Explanation(
                OrmError.LOAD_REFUSED,
                "noload(\"" + name + "\") is not served: the association would look empty and is not.",
                "the option was taken over from SQLAlchemy, which deprecated it",
                "write raise(\"" + name + "\"), or nothing at all: what is not loaded raises"));
    }

    /**
     * By further statements.
     *
     * @param path the path of the association
     */
    record Selectin(String path) implements LoadOption {}

    /**
     * By further statements that contain the query.
     *
     * @param path the path of the association
     */
    record Subquery(String path) implements LoadOption {}

    /**
     * By a statement for each.
     *
     * @param path the path of the association
     */
    record Immediate(String path) implements LoadOption {}

    /**
     * Not at all.
     *
     * @param path the path of the association
     */
    record Raise(String path) implements LoadOption {}

    /**
     * By a join.
     *
     * @param path the path of the association
     */
    record Joined(String path) implements LoadOption {}

    private static String path(Attribute<?, ?>[] steps) {
        if (steps.length == 0) {
            throw new IllegalArgumentException("A load option needs at least one association, got " + steps.length);
        }
        return Arrays.stream(steps).map(Attribute::getName).collect(Collectors.joining("."));
    }
}
