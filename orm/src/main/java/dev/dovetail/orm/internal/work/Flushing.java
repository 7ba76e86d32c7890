package dev.dovetail.orm.internal.work;

import dev.dovetail.orm.internal.fetch.QueuedClears;
import dev.dovetail.orm.internal.fetch.SessionScope;
import java.util.function.Consumer;
import org.hibernate.engine.spi.SessionImplementor;

/** The flushes of one unit of work. Entities are read or written by one at a time: what callbacks ask for waits or is refused. */
final class Flushing {

    private static final int MOST_ROUNDS = 100;

    private final Mapper mapper;
    private final Additions additions;
    private boolean working;

    Flushing(Mapper mapper, Additions additions) {
        this.mapper = mapper;
        this.additions = additions;
    }

    /** Whether entities are read or written right now, so that whoever asks is a lifecycle callback. */
    boolean isWorking() {
        return working;
    }

    /** Writes what is pending together with what the changes do to the session. */
    void run(SessionImplementor open, SessionScope scope, Consumer<SessionImplementor> changes) {
        QueuedClears.refuse(open);
        try {
            whileWorking(() -> {
                additions.persist(open);
                changes.accept(open);
                if (!mapper.effects().isClean(open)) {
                    open.flush();
                    flushWhatCallbacksDid(open, scope);
                    mapper.effects().refreshAfterDeletion(open, scope.takeRemoved());
                }
            });
        } catch (RuntimeException failure) {
            throw mapper.failures().ofFlush(failure);
        }
    }

    /** Does something with entities, during which nothing is flushed. */
    void whileWorking(Runnable work) {
        working = true;
        try {
            mapper.failures().translating(() -> {
                work.run();
                return true;
            });
        } finally {
            working = false;
        }
    }

    /** A flush sees neither what callbacks add meanwhile nor what they change in entities that it looked at before. */
    private void flushWhatCallbacksDid(SessionImplementor open, SessionScope scope) {
        for (int round = 0;
                scope.takeWrites() && mapper.hasCallbacks()
                        || !additions.pending().isEmpty();
                round++) {
            if (round == MOST_ROUNDS) {
                throw WorkErrors.endlessCallbacks(MOST_ROUNDS);
            }
            additions.persist(open);
            open.flush();
        }
    }
}
