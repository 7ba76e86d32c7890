package dev.dovetail.orm.internal.work;

import dev.dovetail.core.spi.StatementInfo;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.hibernate.engine.spi.SessionImplementor;

/** What statements beside the session mean for it: whether it must be flushed before, and what is stale after. */
final class StatementEffects {

    private final EntityTables tables;
    private final ForeignKeyActions actions;
    private final ViewNames views;
    private final Coherence coherence;
    private final MappedActions mapped;

    StatementEffects(
            EntityTables tables,
            ForeignKeyActions actions,
            ViewNames views,
            Coherence coherence,
            MappedActions mapped) {
        this.tables = tables;
        this.actions = actions;
        this.views = views;
        this.coherence = coherence;
        this.mapped = mapped;
    }

    /**
     * Whether the statement reads or writes something that is pending.
     *
     * @param added what waits to be persisted
     */
    boolean needsFlush(SessionImplementor session, Collection<Object> added, StatementInfo statement) {
        if (added.isEmpty()
                && !hasManagedEntities(session)
                && !session.getActionQueue().hasAnyQueuedActions()) {
            return false;
        }
        Set<String> touched = touched(statement);
        return isHidden(statement, touched)
                || PendingChanges.touch(tables, session, added, reached(statement, touched));
    }

    /** Whether the next flush would write anything. */
    boolean hasPendingChanges(SessionImplementor session, Collection<Object> added) {
        return !added.isEmpty() || PendingChanges.touch(tables, session, added, tables.mapped());
    }

    /** Whether a flush of the session would do nothing, so that it can be left out. */
    boolean isClean(SessionImplementor session) {
        return PendingChanges.areNone(tables, session);
    }

    /** Reads again what the statement wrote. */
    void refreshAfter(SessionImplementor session, StatementInfo statement) {
        if (!statement.writes() || !hasManagedEntities(session)) {
            return;
        }
        Set<String> touched = touched(statement);
        if (isHidden(statement, touched)) {
            coherence.refresh(session, any -> true);
        } else {
            Set<String> written = reached(statement, touched);
            coherence.refresh(session, kind -> EntityTables.isTouched(kind, written));
        }
    }

    /** Reads again what the database itself changed when entities were deleted. */
    void refreshAfterDeletion(SessionImplementor session, Set<Class<?>> deleted) {
        Set<String> reached = mapped.reachedFrom(deleted);
        if (!reached.isEmpty() && hasManagedEntities(session)) {
            coherence.refresh(session, kind -> EntityTables.isTouched(kind, reached));
        }
    }

    private static boolean hasManagedEntities(SessionImplementor session) {
        return session.getPersistenceContextInternal().getNumberOfManagedEntities() > 0;
    }

    private static Set<String> touched(StatementInfo statement) {
        Set<String> touched = new HashSet<>();
        statement.tables().forEach(table -> touched.add(TableNames.normal(table)));
        return touched;
    }

    private boolean isHidden(StatementInfo statement, Set<String> touched) {
        return !statement.tablesKnown() || views.isAmong(touched);
    }

    private Set<String> reached(StatementInfo statement, Set<String> touched) {
        return statement.writes() ? actions.reachedFrom(touched) : touched;
    }
}
