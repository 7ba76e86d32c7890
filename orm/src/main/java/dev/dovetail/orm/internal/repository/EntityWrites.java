package dev.dovetail.orm.internal.repository;

import dev.dovetail.orm.internal.entity.GeneratedIds;
import dev.dovetail.orm.internal.fetch.Origin;
import dev.dovetail.orm.internal.fetch.SessionScope;
import dev.dovetail.orm.internal.work.Failures;
import dev.dovetail.orm.internal.work.SessionWork;
import dev.dovetail.repository.StaleEntityException;
import dev.dovetail.repository.spi.DeletionOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.Hibernate;
import org.hibernate.SessionCheckMode;
import org.hibernate.engine.spi.EntityKey;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.proxy.HibernateProxy;
import org.hibernate.proxy.LazyInitializer;
import org.jspecify.annotations.Nullable;

/** The writing operations of repositories, as Jakarta Data defines them. */
final class EntityWrites<T> {

    private final Class<T> type;
    private final Origin origin;

    EntityWrites(Class<T> type, Origin origin) {
        this.type = type;
        this.origin = origin;
    }

    <S extends T> List<S> insert(SessionWork work, List<S> entities) {
        work.requireWritable("insert");
        SessionImplementor session = work.open();
        work.flushAdded();
        Set<Object> instances = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<Object> ids = new HashSet<>();
        for (S entity : entities) {
            prepareInsert(work, session, entity);
            Object id = setId(session, entity);
            if (!instances.add(entity) || id != null && !ids.add(id)) {
                throw Failures.duplicate(persister(session, entity), id);
            }
        }
        if (work.isWorking()) {
            // A lifecycle callback: they are written at the end of the flush that called it.
            entities.forEach(each -> GeneratedIds.reset(persister(session, each), each, session));
            work.addAll(entities);
            return entities;
        }
        work.flushWith(open -> entities.forEach(each -> persist(open, each)));
        return entities;
    }

    <S extends T> List<S> update(SessionWork work, List<S> entities) {
        work.requireWritable("update");
        return written(work, entities, (entity, existing) -> {
            if (existing == null) {
                throw stale(work.open(), entity);
            }
        });
    }

    <S extends T> List<S> save(SessionWork work, List<S> entities) {
        work.requireWritable("save");
        return written(work, entities, (entity, existing) -> {
            if (existing == null) {
                resetGivenId(work.open(), entity);
            }
        });
    }

    /** Written at once: a collection that is not loaded cannot keep until later what was copied into it. */
    <S extends T> List<S> merge(SessionWork work, List<S> entities) {
        work.requireWritable("merge");
        work.open();
        work.flushAdded();
        List<S> merged = new ArrayList<>(entities.size());
        work.flushWith(open -> work.loading(origin, () -> {
            entities.forEach(entity -> merged.add(open.merge(entity)));
            return true;
        }));
        return merged;
    }

    void delete(SessionWork work, List<? extends T> entities) {
        work.requireWritable("delete");
        SessionImplementor session = work.open();
        work.flushAdded();
        List<Object> managed = new ArrayList<>();
        Map<Object, T> existing = existing(work, session, entities);
        for (T entity : entities) {
            if (session.contains(entity)) {
                managed.add(entity);
                continue;
            }
            T found = existing.get(entity);
            // A row of another class is not its row.
            if (found == null || !Hibernate.getClass(entity).isInstance(found)) {
                throw stale(session, entity);
            }
            requireSameVersion(session, entity, found);
            managed.add(found);
        }
        work.flushWith(
                open -> DeletionOrder.of(managed, new RowReferences(open)::of).forEach(open::remove));
    }

    private <S extends T> List<S> written(SessionWork work, List<S> entities, Missing<T> whenMissing) {
        SessionImplementor session = work.open();
        work.flushAdded();
        Map<Object, T> existing = existing(work, session, entities);
        for (S entity : entities) {
            if (!session.contains(entity)) {
                T found = existing.get(entity);
                whenMissing.check(entity, found);
                if (found != null) {
                    requireSameVersion(session, entity, found);
                }
            }
        }
        List<S> written = new ArrayList<>(entities.size());
        work.flushWith(open -> work.loading(origin, () -> {
            for (S entity : entities) {
                if (open.contains(entity)) {
                    written.add(entity);
                } else if (existing.containsKey(entity)) {
                    written.add(open.merge(entity));
                } else {
                    persist(open, entity);
                    written.add(entity);
                }
            }
            return true;
        }));
        return written;
    }

    /** The managed instances for detached ones, by detached instance, read together. */
    private Map<Object, T> existing(SessionWork work, SessionImplementor session, List<? extends T> entities) {
        Map<Object, Object> ids = new IdentityHashMap<>();
        List<Object> unknown = new ArrayList<>();
        for (T entity : entities) {
            Object id = session.contains(entity) ? null : setId(session, entity);
            if (id != null) {
                ids.put(entity, id);
                unknown.add(id);
            }
        }
        Map<Object, T> existing = new IdentityHashMap<>();
        if (unknown.isEmpty()) {
            return existing;
        }
        work.loading(origin, () -> {
            // What is managed may hold what is not in the database, which Hibernate cannot read again.
            session.findMultiple(type, unknown, SessionCheckMode.ENABLED);
            ids.forEach((entity, id) -> {
                T found = session.find(type, id);
                if (found != null) {
                    // Where a proxy stands for it, that is found.
                    existing.put(entity, type.cast(Hibernate.unproxy(found)));
                }
            });
            return true;
        });
        return existing;
    }

    private void prepareInsert(SessionWork work, SessionImplementor session, T entity) {
        EntityPersister persister = persister(session, entity);
        Object id = setId(session, entity);
        if (work.contains(entity)) {
            throw Failures.duplicate(persister, id);
        }
        if (id == null) {
            return;
        }
        EntityKey key = session.generateEntityKey(id, persister);
        boolean known = session.getPersistenceContextInternal().containsEntity(key);
        if (known || GeneratedIds.areGiven(persister) && work.loading(origin, () -> session.find(type, id)) != null) {
            throw Failures.duplicate(persister, id);
        }
        resetGivenId(session, entity);
    }

    private void persist(SessionImplementor session, T entity) {
        if (!session.contains(entity)) {
            FormerState.release(persister(session, entity), entity, session);
            SessionScope.persistAsNew(persister(session, entity), entity, session.asEventSource());
        } else {
            session.persist(entity);
        }
    }

    /** Before one of them is written, so that it does not depend on which one is refused. */
    private void resetGivenId(SessionImplementor session, T entity) {
        EntityPersister persister = persister(session, entity);
        if (GeneratedIds.areGiven(persister)) {
            GeneratedIds.reset(persister, entity, session);
        }
    }

    /** The id if it is set: neither null nor the zero of a primitive one. */
    private @Nullable Object setId(SessionImplementor session, T entity) {
        EntityPersister persister = persister(session, entity);
        LazyInitializer proxy = HibernateProxy.extractLazyInitializer(entity);
        Object id = proxy == null ? persister.getIdentifier(entity, session) : proxy.getInternalIdentifier();
        if (id == null || GeneratedIds.areGiven(persister) && id instanceof Number number && number.longValue() == 0) {
            return null;
        }
        return id;
    }

    private void requireSameVersion(SessionImplementor session, T entity, T managed) {
        EntityPersister persister = persister(session, managed);
        // A proxy that was never loaded has no state that could be stale.
        if (persister.isVersioned() && Hibernate.isInitialized(entity)) {
            Object version = persister.getVersion(Hibernate.unproxy(entity));
            if (version == null || !version.equals(persister.getVersion(managed))) {
                throw stale(session, entity);
            }
        }
    }

    private StaleEntityException stale(SessionImplementor session, T entity) {
        EntityPersister persister = persister(session, entity);
        return StaleEntityException.of(
                type.getSimpleName(),
                setId(session, entity),
                persister.isVersioned() && Hibernate.isInitialized(entity)
                        ? persister.getVersion(Hibernate.unproxy(entity))
                        : null,
                null);
    }

    private EntityPersister persister(SessionImplementor session, T entity) {
        LazyInitializer proxy = HibernateProxy.extractLazyInitializer(entity);
        return proxy == null || !proxy.isUninitialized()
                ? session.getEntityPersister(null, Hibernate.unproxy(entity))
                : session.getFactory().getMappingMetamodel().getEntityDescriptor(proxy.getEntityName());
    }

    private interface Missing<T> {
        void check(T entity, @Nullable T existing);
    }
}
