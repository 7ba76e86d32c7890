package dev.dovetail.repository.internal.work;

import dev.dovetail.core.transaction.ActiveTransaction;
import dev.dovetail.repository.internal.mapping.Accessor;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Basic;
import dev.dovetail.repository.internal.mapping.EntityMapping;
import dev.dovetail.repository.internal.mapping.Numbers;
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
        Accessor id = mapping.id().accessor();
        @Nullable Object unset = mapping.idGeneration().isGenerated() ? unset(id) : id.get(entity);
        Basic version = mapping.version();
        @Nullable Object start = version == null ? null : version.accessor().get(entity);
        resets.add(() -> {
            id.set(entity, unset);
            if (version != null) {
                version.accessor().set(entity, start);
            }
        });
    }

    private static @Nullable Object unset(Accessor id) {
        return id.type().isPrimitive() ? Numbers.of(0, id.type()) : null;
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
