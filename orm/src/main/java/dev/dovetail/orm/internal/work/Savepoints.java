package dev.dovetail.orm.internal.work;

import dev.dovetail.core.transaction.ActiveTransaction;
import dev.dovetail.core.transaction.SavepointStates;
import dev.dovetail.orm.internal.savepoint.EntityBefore;
import dev.dovetail.orm.internal.savepoint.SessionSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/** What a unit of work was when each of the open savepoints was set. */
final class Savepoints {

    private static final int FEW = 1_000;

    private final ActiveTransaction transaction;
    private final SavepointStates<Saved> states;
    private final List<EntityBefore> written = new ArrayList<>();
    private int most = FEW;

    Savepoints(ActiveTransaction transaction) {
        this.transaction = transaction;
        this.states = new SavepointStates<>(transaction);
    }

    /** An entity is written, or becomes managed as a new one. */
    void writing(
            EntityPersister persister, Object entity, boolean isNew, @Nullable Object id, @Nullable Object[] values) {
        if (isNew || persister.isVersioned()) {
            if (written.size() >= most && transaction.openSavepoints() == 0) {
                forgetThoseWhomNobodyHolds();
            }
            written.add(EntityBefore.of(persister, entity, isNew, id, values));
        }
    }

    /** A unit of work that is cleared now and then may write any number of entities. */
    private void forgetThoseWhomNobodyHolds() {
        written.removeIf(EntityBefore::isGone);
        most = Math.max(FEW, 2 * written.size());
    }

    /** Before a savepoint is set, with nothing pending. */
    void set(@Nullable SessionImplementor session, Set<Object> deleted) {
        states.keep(new Saved(session == null ? null : SessionSnapshot.of(session), deleted, written.size()));
    }

    /** After a return to a savepoint: what was saved when it was set; it is not kept any longer. */
    Saved takeBack() {
        Saved saved = states.takeBack();
        return saved == null ? new Saved(null, Set.of(), 0) : saved;
    }

    /** What was written since then; it is not kept any longer. */
    List<EntityBefore> takeWrittenSince(Saved savepoint) {
        List<EntityBefore> since = written.subList(savepoint.written(), written.size());
        List<EntityBefore> taken = List.copyOf(since);
        since.clear();
        return taken;
    }

    /** All that was written. */
    List<EntityBefore> written() {
        return written;
    }

    /**
     * One savepoint.
     *
     * @param snapshot null if there was no session
     * @param deleted what was deleted on purpose
     * @param written how many writes of entities are known of before it
     */
    record Saved(@Nullable SessionSnapshot snapshot, Set<Object> deleted, int written) {}
}
