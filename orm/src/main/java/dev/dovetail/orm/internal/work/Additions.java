package dev.dovetail.orm.internal.work;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.hibernate.engine.spi.SessionImplementor;

/** What was added and waits for the flush. */
final class Additions {
    private final EntityTables tables;
    private final Set<Object> known = Collections.newSetFromMap(new IdentityHashMap<>());
    private final ArrayList<Object> pending = new ArrayList<>();

    Additions(EntityTables tables) {
        this.tables = tables;
    }

    /** Hibernate inserts at once what gets its id from the insert; that has to wait here for the flush. */
    void add(SessionImplementor session, Object entity) {
        if (tables.insertsEarly(session.getEntityPersister(null, entity))) {
            hold(session, entity);
        } else {
            session.persist(entity);
        }
    }

    /** Keeps it for the next {@link #persist}, as while a flush runs, which sees nothing that is persisted meanwhile. */
    void hold(SessionImplementor session, Object entity) {
        if (!session.contains(entity) && known.add(entity)) {
            pending.add(entity);
        }
    }

    void persist(SessionImplementor session) {
        List<Object> due = List.copyOf(pending);
        // Before: callbacks may add more.
        clear();
        due.forEach(session::persist);
    }

    boolean forget(Object entity) {
        if (!known.remove(entity)) {
            return false;
        }
        pending.removeIf(added -> added == entity);
        return true;
    }

    boolean contains(Object entity) {
        return known.contains(entity);
    }

    List<Object> pending() {
        return pending;
    }

    void clear() {
        known.clear();
        pending.clear();
    }
}
