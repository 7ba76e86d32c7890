package dev.dovetail.orm.internal.work;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.portable.RowLock;
import dev.dovetail.core.spi.StatementInfo;
import dev.dovetail.core.transaction.ActiveTransaction;
import dev.dovetail.core.transaction.TransactionParticipant;
import dev.dovetail.orm.internal.fetch.Origin;
import dev.dovetail.orm.internal.fetch.OutOfScope;
import dev.dovetail.orm.internal.fetch.QueuedClears;
import dev.dovetail.orm.internal.load.SelectinLoader;
import dev.dovetail.orm.internal.query.SessionCollection;
import dev.dovetail.orm.internal.query.SessionSelection;
import dev.dovetail.orm.internal.query.SessionTextQuery;
import dev.dovetail.orm.internal.query.WriteScope;
import dev.dovetail.orm.query.QueryCollection;
import dev.dovetail.orm.query.Selection;
import dev.dovetail.orm.query.TextQuery;
import dev.dovetail.orm.work.PendingChange;
import dev.dovetail.orm.work.UnitOfWork;
import jakarta.persistence.metamodel.PluralAttribute;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionImplementor;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** A unit of work on a session, which is opened on the transaction's connection when it is first needed. */
public final class SessionWork implements UnitOfWork, TransactionParticipant, WriteScope {

    private final Mapper mapper;
    private final ActiveTransaction transaction;
    private final Additions additions;
    private final Flushing flushing;
    private final WorkSession session;
    private final boolean readOnly;
    private final Thread thread = Thread.currentThread();
    private volatile boolean ended;

    SessionWork(Mapper mapper, ActiveTransaction transaction) {
        this.mapper = mapper;
        this.transaction = transaction;
        this.additions = new Additions();
        this.flushing = new Flushing(mapper, additions);
        this.session = new WorkSession(mapper, transaction);
        this.readOnly = session.isReadOnly();
    }

    @Override
    public void add(Object entity) {
        requireWritable("add");
        SessionImplementor open = open();
        mapper.failures().translating(() -> {
            if (flushing.isWorking()) {
                additions.hold(open, entity);
            } else {
                additions.add(open, entity);
            }
            return true;
        });
    }

    @Override
    public <T> T get(Class<T> type, Object id) {
        return find(type, id).orElseThrow(() -> WorkErrors.notFound(type, id));
    }

    @Override
    public <T> Optional<T> find(Class<T> type, Object id) {
        flushIfAdded(type, id);
        return loading(Origin.of("find", type), () -> Optional.ofNullable(open().find(type, id)));
    }

    /** What was added and waits here is not in the session yet, so that its id would be looked for in the database. */
    public void flushIfAdded(Class<?> type, Object id) {
        if (!additions.pending().isEmpty()
                && !flushing.isWorking()
                && PendingList.isInserted(mapper.tables(), open(), additions.pending(), type, id)) {
            flush();
        }
    }

    /** Before entities are written together with others: of these nothing is added meanwhile. */
    public void flushAdded() {
        if (!additions.pending().isEmpty()) {
            flush();
        }
    }

    @Override
    public void delete(Object entity) {
        requireWritable("delete");
        SessionImplementor open = open();
        if (additions.forget(entity)) {
            return;
        }
        if (!open.contains(entity)) {
            throw WorkErrors.notManaged(entity);
        }
        mapper.failures().translating(() -> {
            open.remove(entity);
            return true;
        });
    }

    @Override
    public <T> T merge(T detached) {
        requireWritable("merge");
        flushAdded();
        return loading(
                Origin.of("merge", detached.getClass()),
                () -> QueuedClears.applying(open(), mapper.guard(), () -> open().merge(detached)));
    }

    @Override
    public void refresh(Object entity) {
        if (additions.contains(entity)) {
            throw Failures.gone(entity.getClass().getSimpleName(), null);
        }
        loading(Origin.of("refresh", entity.getClass()), () -> {
            open().refresh(entity);
            return true;
        });
    }

    @Override
    public void lock(Object entity, RowLock lock) {
        requireWritable("lock");
        EntityLock locking = EntityLock.of(lock);
        if (additions.contains(entity)) {
            flush();
        }
        SessionImplementor open = open();
        if (!EntityLock.isVersioned(open, entity)) {
            flush();
        }
        loading(Origin.of("lock", entity.getClass()), () -> {
            locking.take(open, entity);
            return true;
        });
    }

    @Override
    public void requireLockable() {
        requireWritable("lock");
    }

    @Override
    public void detach(Object entity) {
        if (!additions.forget(entity)) {
            open().detach(entity);
        }
    }

    @Override
    public boolean contains(Object entity) {
        requireCurrent();
        SessionImplementor open = session.current();
        return additions.contains(entity) || open != null && open.contains(entity);
    }

    @Override
    public List<PendingChange> pendingChanges() {
        requireCurrent();
        SessionImplementor open = session.current();
        return open == null ? List.of() : PendingList.of(mapper.tables(), open, additions.pending());
    }

    @Override
    public void flush() {
        if (!flushing.isWorking()) {
            flushWith(session -> {});
        }
    }

    /** Writes what is pending together with what the changes do to the session. */
    public void flushWith(Consumer<SessionImplementor> changes) {
        requireCurrent();
        if (flushing.isWorking()) {
            throw WorkErrors.writeInCallback();
        }
        SessionImplementor open = session.current();
        if (open == null) {
            return;
        }
        if (readOnly) {
            if (mapper.failures().translating(() -> !mapper.effects().isClean(open))) {
                throw WorkErrors.readOnly("A change of an entity");
            }
            return;
        }
        transaction.requireUsable();
        flushing.run(open, session.scope(), changes);
    }

    /**
     * Runs a statement of the session that writes the tables of an entity, after what is pending; managed entities show what
     * it did.
     */
    public long writeTable(Class<?> entity, ToLongFunction<SessionImplementor> statement) {
        requireWritable("update");
        if (flushing.isWorking()) {
            throw WorkErrors.writeInCallback();
        }
        SessionImplementor open = open();
        flush();
        long changed = mapper.failures().translating(() -> statement.applyAsLong(open));
        afterStatement(new StatementInfo(
                true, mapper.tables().of(open.getFactory().getMappingMetamodel().getEntityDescriptor(entity)), true));
        return changed;
    }

    /** Whether entities are read or written right now, so that whoever asks is a lifecycle callback. */
    public boolean isWorking() {
        return flushing.isWorking();
    }

    @Override
    public <T> Selection<T> select(Class<T> type) {
        requireCurrent();
        return SessionSelection.of(this, type);
    }

    @Override
    public <T, E> QueryCollection<E> collection(T owner, PluralAttribute<? super T, ?, E> attribute) {
        requireCurrent();
        return SessionCollection.of(this, owner, attribute.getName());
    }

    @Override
    public <R> TextQuery<R> hql(String hql, Class<R> type) {
        return mapper.failures().translating(() -> SessionTextQuery.hql(this, hql, type));
    }

    @Override
    public <R> TextQuery<R> nativeSql(String sql, Class<R> type) {
        return mapper.failures().translating(() -> SessionTextQuery.nativeSql(this, sql, type));
    }

    @Override
    public DSLContext sql() {
        requireCurrent();
        return mapper.access().sql();
    }

    @Override
    public Session session() {
        return ScopedSession.of(open(), this::requireCurrent);
    }

    /** The session, opened if there is none, for work that is known to be in this transaction. */
    @Override
    public SessionImplementor open() {
        requireCurrent();
        transaction.requireUsable();
        return session.open();
    }

    @Override
    public boolean isAdded(Object entity) {
        return additions.contains(entity);
    }

    @Override
    public SelectinLoader loader() {
        return mapper.loader();
    }

    @Override
    public Engine engine() {
        return mapper.access().engine();
    }

    @Override
    public <T> T ask(Supplier<T> statement, T ifNotSent) {
        return statement.get();
    }

    @Override
    public void flushBeforePlainSql() {
        if (!readOnly && !flushing.isWorking()) {
            flush();
        }
    }

    @Override
    public boolean hasPendingChanges() {
        SessionImplementor open = session.current();
        return open != null && mapper.effects().hasPendingChanges(open, additions.pending());
    }

    @Override
    public <T extends @Nullable Object> T loading(Origin origin, Supplier<T> work) {
        open();
        return mapper.failures().translating(() -> session.scope().loading(origin, work));
    }

    @Override
    public void requireWritable(String what) {
        requireCurrent();
        if (readOnly) {
            throw WorkErrors.readOnly("'" + what + "'");
        }
    }

    @Nullable
    String purpose() {
        return session.scope().purpose();
    }

    void beforeStatement(StatementInfo statement) {
        SessionImplementor open = session.current();
        if (open != null
                && !readOnly
                && !flushing.isWorking()
                && mapper.effects().needsFlush(open, additions.pending(), statement)) {
            flush();
        }
    }

    void afterStatement(StatementInfo statement) {
        SessionImplementor open = session.current();
        if (open == null || flushing.isWorking()) {
            return;
        }
        flushing.whileWorking(() -> mapper.effects().refreshAfter(open, statement));
    }

    @Override
    public void beforeCommit() {
        flush();
        SessionImplementor open = session.current();
        if (open != null) {
            mapper.failures().translating(() -> {
                open.getActionQueue().beforeTransactionCompletion();
                return true;
            });
        }
    }

    @Override
    public void beforeSavepoint() {
        flush();
        session.setSavepoint();
    }

    @Override
    public void beforeRelease() {
        flush();
    }

    @Override
    public void afterRollbackToSavepoint() {
        additions.clear();
        session.rollbackToSavepoint();
    }

    @Override
    public void afterCompletion(boolean committed) {
        ended = true;
        additions.clear();
        session.complete(committed);
    }

    private void requireCurrent() {
        if (ended || mapper.access().transactions().current() != transaction) {
            throw OutOfScope.of(thread, ended);
        }
    }
}
