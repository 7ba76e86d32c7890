package dev.dovetail.orm.internal.fetch;

import dev.dovetail.core.error.Explanation;
import dev.dovetail.orm.error.OrmError;
import dev.dovetail.orm.error.WorkException;

/** Explains the use of a unit of work where it does not belong. */
public final class OutOfScope {

    private OutOfScope() {}

    /**
     * For a use on this thread.
     *
     * @param owner the thread of the unit of work
     * @param ended whether its transaction has ended
     */
    public static WorkException of(Thread owner, boolean ended) {
        Thread user = Thread.currentThread();
        String fact = user != owner
                ? "A unit of work of the thread '" + owner.getName() + "' was used by the thread '" + user.getName()
                        + (ended ? "', after its transaction ended." : "'.")
                : "A unit of work was used " + (ended ? "after its transaction ended." : "in another transaction.");
        return new WorkException(new Explanation(
                OrmError.OUT_OF_SCOPE,
                fact,
                user != owner
                        ? "it, its session or an entity in it was handed to another thread, for example by a task or a"
                                + " parallel stream"
                        : "it or its session was kept in a field or variable",
                "ask persistence.unitOfWork() for the current one each time"
                        + (user != owner ? "; give other threads ids, and let each open its own transaction" : "")));
    }
}
