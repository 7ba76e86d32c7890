package dev.dovetail.repository.internal.work;

import dev.dovetail.core.transaction.ActiveTransaction;
import dev.dovetail.core.transaction.SavepointStates;
import dev.dovetail.core.transaction.TransactionParticipant;
import dev.dovetail.repository.EntityStateException;
import dev.dovetail.repository.NoResultException;
import dev.dovetail.repository.StaleEntityException;
import dev.dovetail.repository.internal.mapping.EntityMapping;
import dev.dovetail.repository.internal.mapping.Mappings;
import dev.dovetail.repository.internal.store.StoreTransaction;
import dev.dovetail.repository.spi.DeletionOrder;
import jakarta.data.exceptions.EmptyResultException;
import jakarta.persistence.CascadeType;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The managed entities of one transaction, and the operations on them. After a return to a savepoint they are what they
 * were when it was set.
 */
final class UnitOfWork implements TransactionParticipant {

    private final StoreTransaction transaction;
    private final PersistenceContext context = new PersistenceContext();
    private final References references;
    private final Loader loader;
    private final Cascades cascades;
    private final Persister persister;
    private final Remover remover;
    private final Refresher refresher;
    private final Flush flush;
    private final Additions additions;
    private final CollectionWriter collections;
    private final WrittenCollections written;
    private final RowBuilder rows;
    private final Versions versions = new Versions();
    private final SavepointStates<WorkSnapshot> savepoints;
    private final WrittenEntities writtenEntities;
    private final ActiveTransaction active;

    UnitOfWork(Mappings mappings, LazyPolicies policies, WrittenCollections written, ActiveTransaction active) {
        this.written = written;
        writtenEntities = new WrittenEntities(written);
        transaction = (StoreTransaction) active.resource();
        savepoints = new SavepointStates<>(active);
        this.active = active;
        references = new References(mappings, transaction, context);
        additions = new Additions(references, context);
        loader = new Loader(mappings, transaction, context, policies);
        rows = new RowBuilder(references);
        cascades = new Cascades(references, context, loader);
        QueuedReferences queued = new QueuedReferences(context, references);
        refresher = new Refresher(transaction, context, loader, cascades);
        persister = new Persister(transaction, references, context, rows, queued, writtenEntities);
        remover = new Remover(references, context, loader, persister, versions);
        CollectionContents contents = new CollectionContents(transaction, rows);
        ElementRows elementRows = new ElementRows(mappings, transaction, context, loader, rows, contents);
        collections = new CollectionWriter(transaction, loader, contents, elementRows, written);
        flush = new Flush(
                mappings,
                transaction,
                context,
                loader,
                persister,
                remover,
                collections,
                elementRows,
                rows,
                queued,
                writtenEntities,
                new DeletedReferences(transaction, references, context));
    }

    StoreTransaction transaction() {
        return transaction;
    }

    Loader loader() {
        return loader;
    }

    RowBuilder rows() {
        return rows;
    }

    References references() {
        return references;
    }

    /** What stands for a managed entity outside, as an instance of a class. */
    Object exposed(ManagedEntity entity, Class<?> type) {
        return context.exposed(entity, type);
    }

    /** The managed entity behind an instance or proxy, or null. */
    @Nullable
    ManagedEntity managed(Object instanceOrProxy) {
        return context.find(instanceOrProxy);
    }

    Object insert(Object entity) {
        EntityMapping mapping = references.mapping(entity);
        transaction.requireWritable("Inserting a " + mapping.name());
        ManagedEntity managed = context.find(entity);
        if (managed != null && !managed.isRemoved()) {
            // One that was inserted just before cascades to it.
            persister.cascade(managed);
            return entity;
        }
        requireNoOther(mapping, entity);
        mapping.forgetVersion(entity);
        persister.persist(entity);
        return entity;
    }

    /** Refuses what cannot be inserted together, before anything is done with one of them. */
    void requireAllNew(List<?> entities) {
        Set<Object> instances = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<Object> ids = new HashSet<>();
        for (Object entity : entities) {
            EntityMapping mapping = references.mapping(entity);
            requireNoOther(mapping, entity);
            Object id = references.id(entity);
            if (!instances.add(entity) || id != null && !ids.add(id)) {
                throw Duplicates.exists(
                        mapping, id == null ? null : mapping.id().id(id));
            }
        }
    }

    /** Refuses what is managed, or was inserted before; of an id that is not generated its table says that. */
    private void requireNoOther(EntityMapping mapping, Object entity) {
        Object id = references.id(entity);
        boolean exists = additions.contains(entity)
                || id != null
                        && (context.find(new EntityKey(mapping, id)) != null
                                || mapping.id().generation().isGenerated()
                                        && transaction.find(mapping.table(), id) != null);
        if (exists) {
            throw Duplicates.exists(mapping, id == null ? null : mapping.id().id(id));
        }
    }

    /** Makes a new entity managed with the next flush. One that is managed stays it. */
    void add(Object entity) {
        EntityMapping mapping = references.mapping(entity);
        transaction.requireWritable("Adding a " + mapping.name());
        ManagedEntity managed = context.find(entity);
        if (managed != null && !managed.isRemoved()) {
            return;
        }
        if (references.id(entity) != null
                && (mapping.id().generation().isGenerated() || References.hasVersion(mapping, entity))) {
            throw EntityStateException.detached(
                    "'add' takes new entities, and got", mapping.name(), references.id(entity));
        }
        additions.add(entity);
    }

    /** What was added and waits here is not managed yet, so that its id would be looked for in the table. */
    void flushIfAdded(EntityMapping mapping, Object id) {
        if (!additions.isEmpty() && additions.insert(mapping.type(), id)) {
            flush();
        }
    }

    /** Before entities are written together with others: of these nothing is added meanwhile. */
    void flushAdded() {
        if (!additions.isEmpty()) {
            flush();
        }
    }

    /** Lets go of what waits to be persisted; false if it does not. */
    boolean forget(Object entity) {
        return additions.forget(entity);
    }

    Object update(Object entity, String caller) {
        EntityMapping mapping = references.mapping(entity);
        transaction.requireWritable("Updating a " + mapping.name());
        ManagedEntity managed = existing(mapping, entity, caller);
        if (managed == null) {
            throw Missing.stale(mapping, entity, references);
        }
        return merge(entity, managed, caller);
    }

    /** Inserts what was not there, or is not any more; of the others the state is taken over. */
    Object save(Object entity, String caller, boolean wasThere) {
        EntityMapping mapping = references.mapping(entity);
        transaction.requireWritable("Saving a " + mapping.name());
        ManagedEntity managed = wasThere || context.find(entity) != null ? existing(mapping, entity, caller) : null;
        return managed == null ? insert(entity) : merge(entity, managed, caller);
    }

    /**
     * The managed entity for what the caller gave, loaded if it is not yet.
     *
     * @throws StaleEntityException if its row is gone or has another version
     */
    ManagedEntity require(Object entity, String caller) {
        EntityMapping mapping = references.mapping(entity);
        ManagedEntity managed = existing(mapping, entity, caller);
        if (managed == null) {
            throw Missing.stale(mapping, entity, references);
        }
        requireSameVersion(entity, managed);
        return managed;
    }

    /**
     * Whether it has a row.
     *
     * @throws StaleEntityException if that has another version
     */
    boolean isThere(Object entity, String caller) {
        ManagedEntity managed = existing(references.mapping(entity), entity, caller);
        if (managed != null) {
            requireSameVersion(entity, managed);
        }
        return managed != null;
    }

    private void requireSameVersion(Object entity, ManagedEntity managed) {
        Object instance = PersistenceContext.unwrap(entity);
        if (instance != null && instance != managed.instance()) {
            versions.check(instance, managed);
        }
    }

    void delete(List<ManagedEntity> entities) {
        DeletionOrder.of(entities, new RowReferences(references, context)::of).forEach(this::delete);
    }

    void delete(ManagedEntity entity) {
        transaction.requireWritable("Deleting a " + entity.mapping().name());
        remover.remove(entity);
    }

    /** What was not found in the middle of it leaves a part of it done. */
    Object merge(Object entity, String caller) {
        try {
            return mergeWhole(entity, caller);
        } catch (NoResultException gone) {
            active.doom(gone);
            throw gone;
        }
    }

    private Object mergeWhole(Object entity, String caller) {
        EntityMapping mapping = references.mapping(entity);
        transaction.requireWritable("Merging a " + mapping.name());
        if (references.isRemoved(entity)) {
            throw Missing.gone(mapping.name());
        }
        ManagedEntity managed = merger(caller).existing(entity);
        if (managed != null && references.isNewByVersion(entity)) {
            throw Duplicates.exists(mapping, managed.idValue());
        }
        if (managed != null) {
            if (managed.instance() == PersistenceContext.unwrap(entity)) {
                merger(caller).mergeManaged(managed);
            }
            return merge(entity, managed, caller);
        }
        if (!references.isNew(entity) && !references.isDeletedWithoutATrace(entity)) {
            throw Missing.stale(mapping, entity, references);
        }
        return merger(caller).mergeNew(mapping, entity);
    }

    void refresh(ManagedEntity entity) {
        refresher.refresh(entity);
    }

    /** Refuses what was added and waits: there is nothing to be read. */
    void requireNotAdded(Object entity) {
        if (additions.contains(entity)) {
            throw Missing.gone(references.mapping(entity).name());
        }
    }

    /** Lets what is managed of a class and those that share its table show the rows, after a statement wrote them. */
    void showRows(EntityMapping written) {
        refresher.showRows(written);
    }

    void detach(Object instanceOrProxy) {
        if (forget(instanceOrProxy)) {
            return;
        }
        ManagedEntity managed = context.find(instanceOrProxy);
        if (managed != null) {
            cascades.forEach(managed, CascadeType.DETACH, each -> {
                persister.cancel(each);
                context.detach(each);
            });
        }
    }

    void flush() {
        write(() -> true);
    }

    /** Does something after what waits for the flush, and flushes. What is refused in the middle of it is done in part. */
    <T> T write(Supplier<T> work) {
        try {
            T done = flush.writing(() -> {
                additions.persist(persister);
                return work.get();
            });
            flush.run();
            return done;
        } catch (EmptyResultException failure) {
            active.doom(failure);
            throw failure;
        } catch (Throwable failure) {
            persister.takeBackIdentities();
            throw failure;
        }
    }

    /** The managed entity for what the caller gave, loaded if it is not yet; null if it is new or its row is gone. */
    private @Nullable ManagedEntity existing(EntityMapping mapping, Object entity, String caller) {
        Object id = references.id(entity);
        return id == null ? null : loader.find(mapping, id, caller);
    }

    private Object merge(Object entity, ManagedEntity managed, String caller) {
        Object instance = PersistenceContext.unwrap(entity);
        if (instance != null && instance != managed.instance()) {
            merger(caller).merge(instance, managed);
        }
        return context.exposed(managed, references.mapping(entity).type());
    }

    private Merger merger(String caller) {
        return new Merger(references, context, loader, cascades, persister, versions, written, collections, caller);
    }

    @Override
    public void beforeCommit() {
        flush();
    }

    @Override
    public void beforeSavepoint() {
        flush();
        savepoints.keep(WorkSnapshot.of(context, writtenEntities.count()));
    }

    @Override
    public void beforeRelease() {
        flush();
    }

    @Override
    public void afterRollbackToSavepoint() {
        clear();
        WorkSnapshot before = savepoints.takeBack();
        writtenEntities.resetSince(before == null ? 0 : before.written());
        if (before != null) {
            before.restore(context);
        }
    }

    @Override
    public void afterCompletion(boolean committed) {
        clear();
        if (!committed && !active.isOutcomeUnknown()) {
            writtenEntities.resetSince(0);
        }
    }

    private void clear() {
        additions.clear();
        context.clear();
        persister.clear();
        remover.clear();
    }
}
