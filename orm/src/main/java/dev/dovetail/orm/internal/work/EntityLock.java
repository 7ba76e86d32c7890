package dev.dovetail.orm.internal.work;

import dev.dovetail.core.portable.RowLock;
import dev.dovetail.orm.internal.query.Locks;
import org.hibernate.Hibernate;
import org.hibernate.LockMode;
import org.hibernate.LockOptions;
import org.hibernate.engine.spi.SessionImplementor;

/** Locks the rows of entities that are managed already. */
record EntityLock(RowLock lock) {

    /**
     * For a lock.
     *
     * @throws IllegalArgumentException if it would leave out what others have locked
     */
    static EntityLock of(RowLock lock) {
        if (lock.skipsLocked()) {
            throw new IllegalArgumentException(
                    "An entity that is locked by name cannot be left out; got skipLocked(), use noWait()");
        }
        return new EntityLock(lock);
    }

    static boolean isVersioned(SessionImplementor session, Object entity) {
        return session.getEntityPersister(null, Hibernate.unproxy(entity)).isVersioned();
    }

    /** The version tells whether the row has changed; an entity without one is read again. */
    void take(SessionImplementor session, Object entity) {
        LockOptions options = new LockOptions(LockMode.PESSIMISTIC_WRITE);
        Locks.apply(lock, options, session);
        if (isVersioned(session, entity)) {
            session.lock(entity, options);
        } else {
            session.refresh(entity, options);
        }
    }
}
