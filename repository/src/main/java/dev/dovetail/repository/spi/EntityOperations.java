package dev.dovetail.repository.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The operations on one entity. Each is called inside a transaction, on its thread; what it returns is managed. Writes
 * act at once: whatever is pending in the unit of work is written with them, before they return. Queries never write;
 * they match what is written, and return managed instances with their pending changes.
 *
 * <p>Writes throw the exceptions of {@code dev.dovetail.core.error} for broken constraints, and {@link
 * dev.dovetail.core.error.ReadOnlyException} in a read-only transaction. No argument is null or contains null.
 *
 * @param <T> the entity
 */
public interface EntityOperations<T> {

    /**
     * Inserts new entities; the given instances become managed and are returned, with all generated values.
     *
     * <p>If an id is set and in the database, that is a duplicate key, also for a generated id and for an entity that
     * is managed already. A generated id that is set and not in the database gets a fresh value.
     *
     * @throws dev.dovetail.core.error.DuplicateKeyException if an id or another unique value exists
     */
    <S extends T> List<S> insert(List<S> entities);

    /**
     * Writes the state of entities whose rows exist. A managed one is flushed and returned; the state of a detached one
     * is copied (merge cascades included) into the managed instance, which is returned. Associations that are unloaded
     * in a detached one stay as they are in the database.
     *
     * @throws dev.dovetail.repository.StaleEntityException if a row is missing or has another version
     */
    <S extends T> List<S> update(List<S> entities);

    /**
     * Updates those whose id is set and in the database, and inserts the others.
     *
     * @throws dev.dovetail.repository.StaleEntityException if a row has another version
     * @throws dev.dovetail.core.error.DuplicateKeyException if another unique value exists
     */
    <S extends T> List<S> save(List<S> entities);

    /**
     * Inserts rows for entities, or updates those that have the same key, and returns how many rows that are. Of several
     * entities with the same key the last one wins. What is pending is written before; managed entities show the change
     * afterwards. The given ones stay as they are.
     *
     * @param key the attributes of one of the entity's keys
     * @throws dev.dovetail.repository.EntityStateException if a part of a key is null
     * @throws dev.dovetail.core.error.DuplicateKeyException if another unique value exists
     */
    long upsert(List<? extends T> entities, List<String> key);

    /** The managed entities that have the same keys as the given ones, which are in the database, in their order. */
    List<T> withSameKey(List<? extends T> entities, List<String> key);

    /**
     * Deletes entities, managed or detached, with their cascades.
     *
     * @throws dev.dovetail.repository.StaleEntityException if a row is missing or has another version
     * @throws dev.dovetail.core.error.ChildExistsException if other rows point to one
     */
    void delete(List<? extends T> entities);

    /** Makes new entities managed, which are written with the next flush of the unit of work. */
    void add(List<? extends T> entities);

    /**
     * Deletes managed entities with the next flush of the unit of work.
     *
     * @throws dev.dovetail.repository.EntityStateException if one is not managed
     */
    void remove(List<? extends T> entities);

    /**
     * Copies the state of detached or new entities into managed ones, which are returned, and writes it.
     *
     * @throws dev.dovetail.repository.StaleEntityException if a row has another version
     */
    <S extends T> List<S> merge(List<S> entities);

    /**
     * Reads the state of managed entities again; what was changed in them is lost.
     *
     * @throws dev.dovetail.repository.EntityStateException if one is not managed
     * @throws dev.dovetail.repository.StaleEntityException if a row is not there any more
     */
    void refresh(List<? extends T> entities);

    /** Lets entities go: what is changed in them afterwards, or was and is not written, is not written. */
    void detach(List<? extends T> entities);

    /**
     * Deletes all that match, one by one with their cascades, and returns how many they were.
     *
     * @throws dev.dovetail.core.error.ChildExistsException if other rows point to one
     */
    long deleteWhere(List<Restriction> restrictions);

    /**
     * The entity with an id, or null. One that is managed is returned without a statement, unless something is to load.
     *
     * @param load associations to load
     */
    @Nullable
    T find(Object id, List<AssociationLoad> load);

    /** The entities that match, in order. */
    List<T> find(FindQuery query);

    /** The entities that match, in order, each with its values of the query's order. */
    List<KeyedEntity<T>> findKeyed(FindQuery query);

    /**
     * Values of the rows that match, in order.
     *
     * @param selected what to compute for each row, at least one; none is a constant
     * @param query without anything to load
     * @return for each row an array with a value for each of the expressions
     */
    List<@Nullable Object[]> select(List<Expression> selected, FindQuery query);

    /**
     * Changes all rows that match, in one statement, and returns how many they were. What is pending is written before;
     * managed entities show the change afterwards. A version counts it as a change. Neither lifecycle methods are called
     * nor changes cascaded.
     *
     * @param arguments of the assigned expressions
     */
    long updateWhere(List<Assignment> assignments, List<@Nullable Object> arguments, List<Restriction> restrictions);

    /** How many match; all restrictions must hold. */
    long count(List<Restriction> restrictions);

    /** Whether any matches; all restrictions must hold. */
    boolean exists(List<Restriction> restrictions);
}
