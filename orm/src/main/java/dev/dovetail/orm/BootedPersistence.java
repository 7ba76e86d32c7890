package dev.dovetail.orm;

import dev.dovetail.core.spi.DatabaseAccess;
import dev.dovetail.core.transaction.TransactionalCallable;
import dev.dovetail.core.transaction.Transactor;
import dev.dovetail.orm.internal.boot.SecretAttributes;
import dev.dovetail.orm.internal.boot.SessionFactories;
import dev.dovetail.orm.internal.fetch.FetchGuard;
import dev.dovetail.orm.internal.fetch.GuardListeners;
import dev.dovetail.orm.internal.jdbc.DriverFailures;
import dev.dovetail.orm.internal.repository.HibernateBackend;
import dev.dovetail.orm.internal.repository.SqlOutbox;
import dev.dovetail.orm.internal.schema.Schema;
import dev.dovetail.orm.internal.work.Failures;
import dev.dovetail.orm.internal.work.UnitsOfWork;
import dev.dovetail.orm.work.UnitOfWork;
import dev.dovetail.repository.Outbox;
import dev.dovetail.repository.proxy.RepositoryFactory;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hibernate.SessionFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.jspecify.annotations.Nullable;

/** A persistence on a booted session factory. */
final class BootedPersistence implements HibernatePersistence {

    private final DatabaseAccess access;
    private final SessionFactoryImplementor factory;
    private final FetchGuard guard;
    private final UnitsOfWork units;
    private final RepositoryFactory repositories;
    private final Outbox outbox;
    private final Schema schema;
    private final AtomicBoolean closed = new AtomicBoolean();

    private BootedPersistence(
            DatabaseAccess access,
            SessionFactoryImplementor factory,
            PersistenceOptions options,
            List<Class<?>> entities) {
        this.access = access;
        this.factory = factory;
        this.guard = new FetchGuard(factory, options.lazy());
        Failures failures = new Failures(access.transactions(), factory);
        factory.getJdbcServices().getSqlExceptionHelper().setSqlExceptionConverter(new DriverFailures(access));
        SecretAttributes.mark(factory, access);
        GuardListeners.install(factory, guard, failures::ofFlush);
        this.units = UnitsOfWork.over(access, factory, failures, guard, options.readOnlySnapshots());
        Clock clock = Objects.requireNonNullElseGet(options.clock(), Clock::systemDefaultZone);
        this.repositories = RepositoryFactory.over(new HibernateBackend(access, factory, units, clock));
        this.outbox = new SqlOutbox(access, clock);
        this.schema = new Schema(access, entities);
    }

    static HibernatePersistence boot(DatabaseAccess access, PersistenceOptions options, List<Class<?>> entities) {
        SessionFactoryImplementor factory = SessionFactories.boot(access.engine(), entities, options.clock());
        try {
            return new BootedPersistence(access, factory, options, entities);
        } catch (Throwable failure) {
            SessionFactories.close(factory);
            throw failure;
        }
    }

    @Override
    public UnitOfWork unitOfWork() {
        return units.current("unitOfWork");
    }

    @Override
    public <T extends @Nullable Object, X extends Exception> T allowLazyLoading(TransactionalCallable<T, X> block)
            throws X {
        return guard.allowing(block);
    }

    @Override
    public void createAll() {
        schema.createAll();
    }

    @Override
    public void dropAll() {
        schema.dropAll();
    }

    @Override
    public List<String> createStatements() {
        return schema.createStatements();
    }

    @Override
    public SessionFactory sessionFactory() {
        return factory;
    }

    @Override
    public <R> R repository(Class<R> repository) {
        return repositories.repository(repository);
    }

    @Override
    public Transactor transactor() {
        return access.transactions().transactor();
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            units.close();
            SessionFactories.close(factory);
        }
    }
}
