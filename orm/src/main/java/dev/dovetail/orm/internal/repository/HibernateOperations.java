package dev.dovetail.orm.internal.repository;

import dev.dovetail.orm.internal.fetch.Origin;
import dev.dovetail.orm.internal.work.SessionWork;
import dev.dovetail.orm.internal.work.UnitsOfWork;
import dev.dovetail.orm.query.LoadOption;
import dev.dovetail.repository.EntityStateException;
import dev.dovetail.repository.spi.Assignment;
import dev.dovetail.repository.spi.AssociationLoad;
import dev.dovetail.repository.spi.DeletionOrder;
import dev.dovetail.repository.spi.EntityOperations;
import dev.dovetail.repository.spi.Expression;
import dev.dovetail.repository.spi.FindQuery;
import dev.dovetail.repository.spi.KeyedEntity;
import dev.dovetail.repository.spi.Restriction;
import java.util.List;
import java.util.concurrent.ConcurrentMap;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/** The operations of one repository method on one entity. */
record HibernateOperations<T>(
        UnitsOfWork units,
        Class<T> type,
        Origin origin,
        EntityWrites<T> writes,
        CriteriaQueries<T> subqueried,
        HqlQueries<T> queries,
        ConcurrentMap<List<String>, EntityUpserts<T>> upserts)
        implements EntityOperations<T> {

    @Override
    public <S extends T> List<S> insert(List<S> entities) {
        return writes.insert(work(), entities);
    }

    @Override
    public <S extends T> List<S> update(List<S> entities) {
        return writes.update(work(), entities);
    }

    @Override
    public <S extends T> List<S> save(List<S> entities) {
        return writes.save(work(), entities);
    }

    @Override
    public long upsert(List<? extends T> entities, List<String> key) {
        return work().writeTable(type, session -> upserts(session, key).write(session, entities));
    }

    @Override
    public List<T> withSameKey(List<? extends T> entities, List<String> key) {
        SessionWork work = work();
        return work.loading(origin, () -> upserts(work.open(), key).existing(work.open(), entities));
    }

    private EntityUpserts<T> upserts(SessionImplementor session, List<String> key) {
        return upserts.computeIfAbsent(key, unknown -> {
            EntityPersister persister =
                    session.getFactory().getMappingMetamodel().getEntityDescriptor(type);
            return new EntityUpserts<>(work().engine(), type, persister, key);
        });
    }

    @Override
    public void delete(List<? extends T> entities) {
        writes.delete(work(), entities);
    }

    @Override
    public void add(List<? extends T> entities) {
        SessionWork work = work();
        entities.forEach(work::add);
    }

    @Override
    public void remove(List<? extends T> entities) {
        SessionWork work = work();
        entities.forEach(each -> work.delete(managed(work, each, "remove")));
    }

    @Override
    public <S extends T> List<S> merge(List<S> entities) {
        return writes.merge(work(), entities);
    }

    @Override
    public void refresh(List<? extends T> entities) {
        SessionWork work = work();
        entities.forEach(each -> work.refresh(managed(work, each, "refresh")));
    }

    @Override
    public void detach(List<? extends T> entities) {
        SessionWork work = work();
        entities.forEach(work::detach);
    }

    private T managed(SessionWork work, T entity, String operation) {
        if (!work.contains(entity)) {
            work.open();
            throw EntityStateException.notManaged(type.getSimpleName(), operation);
        }
        return entity;
    }

    @Override
    public long deleteWhere(List<Restriction> restrictions) {
        SessionWork work = work();
        work.requireWritable("delete");
        List<T> found = find(new FindQuery(restrictions, List.of(), null, List.of()));
        work.flushWith(session ->
                DeletionOrder.of(found, new RowReferences(session)::of).forEach(session::remove));
        return found.size();
    }

    @Override
    public @Nullable T find(Object id, List<AssociationLoad> load) {
        SessionWork work = work();
        work.flushIfAdded(type, id);
        return work.loading(origin, () -> {
            SessionImplementor session = work.open();
            T found = session.find(type, id);
            if (found != null) {
                units.loader().load(session, type, List.of(found), options(load, true));
            }
            return found;
        });
    }

    @Override
    public List<T> find(FindQuery query) {
        SessionWork work = work();
        return work.loading(origin, () -> {
            SessionImplementor session = session(work, query);
            boolean bySubquery = CriteriaQueries.serves(query);
            List<T> found = bySubquery ? subqueried.list(session, query) : queries.list(session, query);
            if (bySubquery && !found.isEmpty()) {
                subqueried.loadBySubquery(session, query);
            }
            load(session, found, query.load());
            return found;
        });
    }

    @Override
    public List<KeyedEntity<T>> findKeyed(FindQuery query) {
        SessionWork work = work();
        return work.loading(origin, () -> {
            SessionImplementor session = session(work, query);
            List<KeyedEntity<T>> found = queries.keyed(session, query);
            List<T> entities = found.stream().map(KeyedEntity::entity).toList();
            load(session, entities, query.load());
            return found;
        });
    }

    @Override
    public List<@Nullable Object[]> select(List<Expression> selected, FindQuery query) {
        SessionWork work = work();
        return work.loading(origin, () -> queries.select(work.open(), selected, query));
    }

    @Override
    public long updateWhere(
            List<Assignment> assignments, List<@Nullable Object> arguments, List<Restriction> restrictions) {
        return work().writeTable(type, session -> queries.update(session, assignments, arguments, restrictions));
    }

    @Override
    public long count(List<Restriction> restrictions) {
        SessionWork work = work();
        return work.loading(origin, () -> queries.count(work.open(), restrictions));
    }

    @Override
    public boolean exists(List<Restriction> restrictions) {
        SessionWork work = work();
        return work.loading(origin, () -> queries.exists(work.open(), restrictions));
    }

    private void load(SessionImplementor session, List<T> found, List<AssociationLoad> load) {
        if (!load.isEmpty()) {
            units.loader().load(session, type, found, options(load, false));
        }
    }

    private static List<LoadOption> options(List<AssociationLoad> loads, boolean isFound) {
        return loads.stream()
                .<LoadOption>map(load -> switch (load.strategy()) {
                    case SELECTIN, SUBQUERY -> LoadOption.selectin(load.path().name());
                    case JOINED ->
                        isFound
                                ? LoadOption.selectin(load.path().name())
                                : LoadOption.joined(load.path().name());
                    case IMMEDIATE -> LoadOption.immediate(load.path().name());
                })
                .toList();
    }

    private static SessionImplementor session(SessionWork work, FindQuery query) {
        if (query.lock() != null) {
            work.requireLockable();
        }
        return work.open();
    }

    private SessionWork work() {
        return units.current(origin.toString());
    }
}
