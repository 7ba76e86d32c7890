package dev.dovetail.orm.internal.work;

import dev.dovetail.core.transaction.ActiveTransaction;
import dev.dovetail.orm.internal.fetch.Detachment;
import dev.dovetail.orm.internal.fetch.SessionScope;
import dev.dovetail.orm.internal.jdbc.BorrowedConnection;
import dev.dovetail.orm.internal.savepoint.EntityBefore;
import dev.dovetail.orm.internal.savepoint.SessionSnapshot;
import java.util.List;
import java.util.Set;
import org.hibernate.FlushMode;
import org.hibernate.engine.spi.SessionImplementor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The session of a unit of work: opened on the transaction's connection when it is first needed, put back to what it was
 * at a savepoint, closed with the transaction.
 */
final class WorkSession {

    private static final Logger LOG = LoggerFactory.getLogger(WorkSession.class);

    private final Mapper mapper;
    private final ActiveTransaction transaction;
    private final Savepoints savepoints;
    private @Nullable SessionImplementor session;
    private SessionScope scope;

    WorkSession(Mapper mapper, ActiveTransaction transaction) {
        this.mapper = mapper;
        this.transaction = transaction;
        this.savepoints = new Savepoints(transaction);
        this.scope = newScope(Set.of());
    }

    /** Null if nobody has needed one, or since it was closed. */
    @Nullable
    SessionImplementor current() {
        return session;
    }

    SessionScope scope() {
        return scope;
    }

    SessionImplementor open() {
        SessionImplementor open = session;
        return open == null ? openNew() : open;
    }

    boolean isReadOnly() {
        return transaction.resource().options().readOnly();
    }

    private SessionImplementor openNew() {
        SessionImplementor open = mapper.factory()
                .withOptions()
                .connection(BorrowedConnection.of(mapper.access(), transaction))
                .interceptor(scope)
                .flushMode(FlushMode.MANUAL)
                .openSession()
                .unwrap(SessionImplementor.class);
        session = open;
        open.setDefaultReadOnly(isReadOnly() && !mapper.readOnlySnapshots());
        open.beginTransaction();
        return open;
    }

    private SessionScope newScope(Set<Object> deleted) {
        return new SessionScope(
                mapper.guard(),
                (entity, isNew, id, values) -> {
                    SessionImplementor open = session;
                    if (open != null) {
                        savepoints.writing(open.getEntityPersister(null, entity), entity, isNew, id, values);
                    }
                },
                deleted);
    }

    /** Remembers what it is, with nothing pending. */
    void setSavepoint() {
        savepoints.set(session, scope.deleted());
    }

    /** The entities are what they were at the savepoint. */
    void rollbackToSavepoint() {
        close(false);
        Savepoints.Saved saved = savepoints.takeBack();
        List<EntityBefore> written = savepoints.takeWrittenSince(saved);
        scope = newScope(saved.deleted()).raisingLike(scope);
        SessionSnapshot snapshot = saved.snapshot();
        if (snapshot != null || !written.isEmpty()) {
            SessionImplementor open = openNew();
            SessionSnapshot.reset(written, open);
            if (snapshot != null) {
                snapshot.restore(open);
            }
        }
    }

    /** At the end of the transaction: what was taken back is as new, or has the version, as before. */
    void complete(boolean committed) {
        try {
            try {
                if (session != null && !committed && !transaction.isOutcomeUnknown()) {
                    SessionSnapshot.reset(savepoints.written(), session);
                }
            } finally {
                close(committed);
            }
        } catch (RuntimeException failure) {
            LOG.warn("A session could not be closed cleanly; its connection is given back all the same", failure);
        }
    }

    private void close(boolean committed) {
        SessionImplementor open = session;
        session = null;
        if (open == null) {
            return;
        }
        Detachment detachment = Detachment.of(open);
        try (open) {
            if (open.getActionQueue().hasAfterTransactionActions()) {
                // Whoever waits for the end of the transaction, which core ends without Hibernate seeing it.
                open.getActionQueue().afterTransactionCompletion(committed);
            }
        } finally {
            detachment.apply();
        }
    }
}
