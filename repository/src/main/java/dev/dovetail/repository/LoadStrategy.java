package dev.dovetail.repository;

/** How associations that {@link Load} names are loaded. The entities are the same in each case; the statements differ. */
public enum LoadStrategy {
    /** By one further statement for all results, for each step of a path and each 500 owners. The default. */
    SELECTIN,
    /**
     * By a left join in the same statement. Only for paths of to-one associations: a collection would repeat its owner for each
     * element. A method that finds one by its id loads by a further statement instead.
     */
    JOINED,
    /**
     * By one further statement for all results and each step of a path, of which the query itself with its limit is a part:
     * for very many results of a cheap query. Results are sorted by their id behind the given order.
     */
    SUBQUERY,
    /** By one statement for each association that is not loaded. */
    IMMEDIATE
}
