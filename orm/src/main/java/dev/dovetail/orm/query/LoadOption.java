package dev.dovetail.orm.query;

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
     * By further statements.
     *
     * @param path the path of the association
     */
    record Selectin(String path) implements LoadOption {}

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
