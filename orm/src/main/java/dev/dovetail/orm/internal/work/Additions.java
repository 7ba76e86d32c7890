package dev.dovetail.orm.internal.work;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.hibernate.PersistentObjectException;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/** What was added and waits for the flush. */
final class Additions {

    private final ArrayList<Object> pending = new ArrayList<>();
    private @Nullable Set<Object> known;

    /**
     * Hibernate inserts what was persisted as it was then, or at once if the insert gives the id; what is added is
     * inserted once, at the flush, as it is then.
     */
    void add(SessionImplementor session, Object entity) {
        requireNew(session, entity);
        hold(session, entity);
    }

    /** Says at once what Hibernate would say at the flush. */
    private static void requireNew(SessionImplementor session, Object entity) {
        EntityPersister persister = session.getEntityPersister(null, entity);
        if (session.getPersistenceContextInternal().getEntry(entity) == null
                && Boolean.FALSE.equals(persister.isTransient(entity, session))) {
            throw new PersistentObjectException("Detached entity passed to add: " + persister.getEntityName());
        }
    }

    /** Keeps it for the next {@link #persist}, as while a flush runs, which sees nothing that is persisted meanwhile. */
    void hold(SessionImplementor session, Object entity) {
        if (session.contains(entity)) {
            return;
        }
        if (known == null) {
            known = Collections.newSetFromMap(new IdentityHashMap<>());
        }
        if (known.add(entity)) {
            pending.add(entity);
        }
    }

    void persist(SessionImplementor session) {
        if (pending.isEmpty()) {
            return;
        }
        List<Object> due = List.copyOf(pending);
        // Before: callbacks may add more.
        clear();
        int persisted = 0;
        try {
            for (; persisted < due.size(); persisted++) {
                session.persist(due.get(persisted));
            }
        } finally {
            // Who goes on after a refusal has lost none of them.
            due.subList(persisted, due.size()).forEach(entity -> hold(session, entity));
        }
    }

    boolean forget(Object entity) {
        if (known == null || !known.remove(entity)) {
            return false;
        }
        pending.removeIf(added -> added == entity);
        return true;
    }

    boolean contains(Object entity) {
        return known != null && known.contains(entity);
    }

    List<Object> pending() {
        return pending;
    }

    void clear() {
        known = null;
        pending.clear();
    }
}
