package dev.dovetail.orm.work;

import dev.dovetail.core.portable.RowLock;
import dev.dovetail.orm.query.QueryCollection;
import dev.dovetail.orm.query.Selection;
import dev.dovetail.orm.query.TextQuery;
import jakarta.persistence.metamodel.PluralAttribute;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.jooq.DSLContext;

/**
 * The entities of the current transaction: it knows each row as one instance, writes what changed in them, and keeps
 * them the same as what typed SQL reads and writes in that transaction. It ends with the transaction; entities are
 * detached then. Used by the thread of the transaction only.
 *
 * <p><b>Flush points.</b> Changes are written at commit, at {@link #flush()}, before a nested block begins and before
 * it ends, by the writing methods of repositories, and before a statement of {@link #sql()} (or any other statement of
 * the database in this transaction) that touches a table with a pending change; before plain SQL, whose tables are not
 * known, and views, always. Entity queries never write; to look for something that was added by its id does.
 *
 * <p><b>Coherence.</b> When a statement of {@link #sql()} or a bulk operation wrote tables of managed entities, these
 * entities, and loaded collections over these tables, are read again before the call returns: one statement for each
 * entity class and each collection concerned, per 500 of them. Deleted rows leave the unit of work. Tables reached
 * through {@code ON DELETE} and {@code ON UPDATE} actions count as written; what triggers do is not seen.
 *
 * <p><b>Nested blocks.</b> When a nested block is rolled back, the entities are what they were when it began, as the same
 * instances: values, versions, collections and what of them was loaded. Entities that were inserted in it are new again,
 * without id; those that were loaded in it are detached. No statement is sent for this.
 *
 * <p><b>Read-only transactions</b> never flush; adding, deleting and merging are refused.
 */
public interface UnitOfWork {

    /**
     * Adds a new entity, with what it cascades to; it is inserted once at the next flush, as it is then. No statement until
     * then, no lifecycle method and no id that is generated, on whichever engine; what the entity may not be, but for one
     * that is detached, is said then.
     *
     * @throws dev.dovetail.repository.EntityStateException if its generated id or its version say that it was
     *     inserted before
     * @throws dev.dovetail.core.error.ReadOnlyException in a read-only transaction
     */
    void add(Object entity);

    /** Like {@link #add}, for each. */
    default void addAll(Iterable<?> entities) {
        entities.forEach(this::add);
    }

    /**
     * The entity with an id. One statement, none if it is managed.
     *
     * @throws jakarta.data.exceptions.EmptyResultException if there is none
     */
    <T> T get(Class<T> type, Object id);

    /** The entity with an id, or empty. One statement, none if it is managed. */
    <T> Optional<T> find(Class<T> type, Object id);

    /**
     * Deletes an entity, with what it cascades to, at the next flush. One that was added and not written is forgotten. No
     * statement until then, but one for each unloaded association that it cascades to.
     *
     * @throws dev.dovetail.orm.error.WorkException if it is detached: get or merge it first
     * @throws dev.dovetail.core.error.ReadOnlyException in a read-only transaction
     */
    void delete(Object entity);

    /**
     * Copies the state of a detached entity into the managed one, and returns that. Associations that are not loaded in
     * the detached one stay as they are in the database; those that the merge cascades to are loaded by it, in the same
     * statement. One statement, none if all of it is managed already.
     *
     * @throws jakarta.data.exceptions.OptimisticLockingFailureException if the row has another version
     * @throws dev.dovetail.core.error.ReadOnlyException in a read-only transaction
     */
    <T> T merge(T detached);

    /**
     * Reads an entity again; its pending changes are lost. One statement, and one for each that it cascades to.
     *
     * @throws jakarta.data.exceptions.EmptyResultException if its row is gone
     */
    void refresh(Object entity);

    /**
     * Locks the row of a managed entity until the transaction ends, and makes sure that the entity is as the row is. With a
     * version this is one statement, and pending changes stay. Without one, pending changes are written first and the entity
     * is read again, by one statement, too.
     *
     * @param lock how to wait; {@code skipLocked()} is for queries
     * @throws dev.dovetail.repository.StaleEntityException if the row has another version by now
     * @throws dev.dovetail.core.error.TransientConflictException if the lock is not got
     * @throws dev.dovetail.core.error.ReadOnlyException in a read-only transaction
     * @throws IllegalArgumentException for {@code skipLocked()}
     */
    void lock(Object entity, RowLock lock);

    /** Takes an entity out of the unit of work; its pending changes are not written. No statement. */
    void detach(Object entity);

    /** Whether an instance is managed, or added and not written yet. No statement. */
    boolean contains(Object entity);

    /**
     * Writes all pending changes now: one statement for each table and kind of change, and each 100 rows of these, where the
     * ids are known before; an insert that gets its id from the database is one for each row. None if nothing is pending.
     *
     * @throws jakarta.data.exceptions.OptimisticLockingFailureException if a row was changed or deleted since it was
     *     read
     * @throws jakarta.data.exceptions.DataException a {@link dev.dovetail.core.error.ConstraintViolation}, if a row breaks
     *     a constraint
     */
    void flush();

    /**
     * Whether a flush would write something. Compares each managed entity with what was read; no statement.
     */
    default boolean isDirty() {
        return !pendingChanges().isEmpty();
    }

    /**
     * What a flush would write: inserted, changed and deleted entities, with those that they cascade to and orphans, in no
     * particular order. No statement. Its text names attributes, not their values.
     */
    List<PendingChange> pendingChanges();

    /** Starts a query. */
    <T> Selection<T> select(Class<T> type);

    /**
     * The elements of an association to many as a query, which is never loaded: {@code uow.collection(user,
     * User_.orders).where(…).count()}. Sends nothing by itself.
     *
     * @param owner a managed entity with an id
     * @throws dev.dovetail.orm.error.WorkException if the owner is not managed, or the attribute holds no entities
     */
    <T, E> QueryCollection<E> collection(T owner, PluralAttribute<? super T, ?, E> attribute);

    /**
     * Starts a query in HQL: {@code uow.hql("from User where name like :name", User.class).bind("name", "A%")}. It is parsed
     * now and sent by what is asked of it.
     *
     * @param type an entity, a record or class whose constructor takes the selected values, a single value, {@code Object[]}
     *     or {@code Tuple}
     * @throws dev.dovetail.core.error.DovetailException if it cannot be parsed
     */
    <R> TextQuery<R> hql(String hql, Class<R> type);

    /**
     * Starts a query in the engine's own SQL that gives entities, records, single values or {@code Object[]}. Hibernate's
     * session sends it, after a flush. For SQL that is portable and typed see {@link #sql()}.
     *
     * @param type what a row becomes: an entity, whose columns are all selected, or what takes the selected values
     */
    <R> TextQuery<R> nativeSql(String sql, Class<R> type);

    /** Typed SQL on the same connection, in the same transaction. */
    DSLContext sql();

    /**
     * Hibernate's own session, for what is not here. It does not flush by itself. Ask again after a nested block was
     * rolled back: it is another one then. Its transaction and connection are not yours to end.
     */
    Session session();
}
