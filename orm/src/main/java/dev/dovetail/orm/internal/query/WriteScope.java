package dev.dovetail.orm.internal.query;

import org.jooq.DSLContext;

/** Where queries run that can be changed. */
public interface WriteScope extends QueryScope {

    /**
     * Refuses a write in a read-only transaction.
     *
     * @throws dev.dovetail.core.error.ReadOnlyException if it is one
     */
    void requireWritable(String what);

    /** Adds a new entity. */
    void add(Object entity);

    /** Whether an entity was added and is not written yet. */
    boolean isAdded(Object entity);

    /** Deletes a managed entity. */
    void delete(Object entity);

    /** Writes what is pending. */
    void flush();

    /** Typed SQL, after which managed entities are as it left them. */
    DSLContext sql();
}
