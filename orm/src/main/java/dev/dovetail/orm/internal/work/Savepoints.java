package dev.dovetail.orm.internal.work;

import dev.dovetail.core.transaction.ActiveTransaction;
import dev.dovetail.core.transaction.SavepointStates;
import dev.dovetail.orm.internal.savepoint.NewEntity;
import dev.dovetail.orm.internal.savepoint.SessionSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/** What a unit of work was when each of the open savepoints was set. */
final class Savepoints {

    private final ActiveTransaction transaction;
    private final SavepointStates<Saved> states;
    private final List<NewEntity> persisted = new ArrayList<>();

    Savepoints(ActiveTransaction transaction) {
        this.transaction = transaction;
        this.states = new SavepointStates<>(transaction);
    }

    /** An entity becomes managed as a new one. */
    void persisting(EntityPersister persister, Object entity, @Nullable Object[] state) {
        if (transaction.openSavepoints() > 0) {
            persisted.add(
                    new NewEntity(entity, persister.isVersioned() ? state[persister.getVersionPropertyIndex()] : null));
        }
    }

    /** Before a savepoint is set, with nothing pending. */
    void set(@Nullable SessionImplementor session, Set<Object> deleted) {
        states.keep(new Saved(session == null ? null : SessionSnapshot.of(session), deleted, persisted.size()));
    }

    /** After a return to a savepoint: what was saved when it was set; it is not kept any longer. */
    Saved takeBack() {
        Saved saved = states.takeBack();
        return saved == null ? new Saved(null, Set.of(), 0) : saved;
    }

    /** What became managed as new since then; it is not kept any longer. */
    List<NewEntity> takePersistedSince(Saved savepoint) {
        List<NewEntity> since = persisted.subList(savepoint.persisted(), persisted.size());
        List<NewEntity> taken = List.copyOf(since);
        since.clear();
        return taken;
    }

    /**
     * One savepoint.
     *
     * @param snapshot null if there was no session
     * @param deleted what was deleted on purpose
     * @param persisted how many entities were persisted in open savepoints before it
     */
    record Saved(@Nullable SessionSnapshot snapshot, Set<Object> deleted, int persisted) {}
}
