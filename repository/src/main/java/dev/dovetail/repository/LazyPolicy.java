package dev.dovetail.repository;

/**
 * What happens when an association is used that was not loaded, from the strictest to the most lenient. It holds in the
 * unit of work that loaded the owner; afterwards, when there is nothing to load with, every policy raises.
 */
public enum LazyPolicy {
    /** It raises {@link UnloadedAssociationException}. The default. */
    RAISE,
    /**
     * It raises where a statement would have to be sent. A target that the unit of work manages already is simply there
     * under {@link #RAISE} as well, so the two are the same; this one says it by the name that SQLAlchemy gives it.
     */
    RAISE_ON_SQL,
    /**
     * It is loaded with a statement of its own, and the logger {@value #LOGGER} is told at level WARN, once for each
     * association and unit of work: for code that is not yet free of lazy loading.
     */
    WARN,
    /** It is loaded with a statement of its own. */
    SELECT;

    /** The name of the logger. */
    public static final String LOGGER = "dev.dovetail.lazy";

    /** Whether it raises also inside the unit of work. */
    public boolean raises() {
        return this == RAISE || this == RAISE_ON_SQL;
    }

    /** The stricter of two, as for an entity that is reached through two associations. */
    public LazyPolicy stricter(LazyPolicy other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
