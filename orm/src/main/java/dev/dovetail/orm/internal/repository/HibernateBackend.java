package dev.dovetail.orm.internal.repository;

import dev.dovetail.core.spi.DatabaseAccess;
import dev.dovetail.core.transaction.TransactionManager;
import dev.dovetail.orm.internal.fetch.Origin;
import dev.dovetail.orm.internal.work.UnitsOfWork;
import dev.dovetail.orm.work.UnitOfWork;
import dev.dovetail.repository.spi.EntityDescription;
import dev.dovetail.repository.spi.EntityKeys;
import dev.dovetail.repository.spi.EntityOperations;
import dev.dovetail.repository.spi.RepositoryBackend;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Serves repositories from the unit of work of the current transaction. */
public final class HibernateBackend implements RepositoryBackend {

    private final DatabaseAccess access;
    private final SessionFactoryImplementor factory;
    private final UnitsOfWork units;
    private final EntityDescriptions descriptions;
    private final Clock clock;

    /** For the entities of a factory. */
    public HibernateBackend(DatabaseAccess access, SessionFactoryImplementor factory, UnitsOfWork units, Clock clock) {
        this.access = access;
        this.factory = factory;
        this.units = units;
        this.descriptions = new EntityDescriptions(factory);
        this.clock = clock;
    }

    @Override
    public TransactionManager transactions() {
        return access.transactions();
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public @Nullable EntityDescription describe(Class<?> type) {
        return descriptions.of(type);
    }

    @Override
    public @Nullable EntityKeys keys(Class<?> type) {
        return UniqueKeys.of(factory.getMappingMetamodel().getEntityDescriptor(type));
    }

    @Override
    public Collection<EntityDescription> entities() {
        return descriptions.all();
    }

    @Override
    public @Nullable Supplier<?> resource(Class<?> type) {
        String what = "A repository's method that returns " + type.getSimpleName();
        if (type == UnitOfWork.class) {
            return () -> units.current(what);
        }
        if (type == Session.class || type == EntityManager.class) {
            return () -> units.current(what).session();
        }
        return type == DSLContext.class ? () -> units.current(what).sql() : null;
    }

    @Override
    public <T> EntityOperations<T> operations(Class<T> entity, String caller) {
        EntityDescription description = descriptions.of(entity);
        if (description == null) {
            throw new IllegalArgumentException(entity + " is no entity of this persistence");
        }
        Origin origin = Origin.of(caller);
        return new HibernateOperations<>(
                units,
                entity,
                origin,
                new EntityWrites<>(entity, origin),
                new CriteriaQueries<>(access.engine(), factory, description, entity),
                new HqlQueries<>(access.engine(), description, entity, descriptions::of),
                new ConcurrentHashMap<>());
    }
}
