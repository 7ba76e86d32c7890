package dev.dovetail.repository.internal.work;

import dev.dovetail.core.transaction.ActiveTransaction;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Basic;
import dev.dovetail.repository.internal.mapping.EntityMapping;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The entities that were persisted while a savepoint was open: after a return to it they are as new as they were, so
 * that they can be inserted again.
 */
final class PersistedEntities {

    private final ActiveTransaction transaction;
    private final List<Runnable> resets = new ArrayList<>();

    PersistedEntities(ActiveTransaction transaction) {
        this.transaction = transaction;
    }

    /** Before an entity gets its id and version. */
    void add(EntityMapping mapping, Object entity) {
        if (transaction.openSavepoints() == 0) {
            return;
        }
        Runnable id = mapping.id().reset(entity);
        Basic version = mapping.version();
        @Nullable Object start = version == null ? null : version.accessor().get(entity);
        resets.add(() -> {
            id.run();
            if (version != null) {
                version.accessor().set(entity, start);
            }
        });
    }

    int count() {
        return resets.size();
    }

    /** Makes all new again that were added since. */
    void resetSince(int count) {
        List<Runnable> since = resets.subList(count, resets.size());
        since.forEach(Runnable::run);
        since.clear();
    }
}
