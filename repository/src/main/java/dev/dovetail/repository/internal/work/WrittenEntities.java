package dev.dovetail.repository.internal.work;

import dev.dovetail.repository.internal.mapping.AttributeMapping.Basic;
import dev.dovetail.repository.internal.mapping.EntityMapping;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What writing did to entities themselves: when it is taken back, they are as new as they were, and have the version they had. */
final class WrittenEntities {

    private final List<Runnable> resets = new ArrayList<>();

    /** Before an entity gets its version; how it gets back the id that it had is known from before it got another one. */
    void inserting(EntityMapping mapping, Object entity, Runnable resetId) {
        resets.add(resetId);
        resets.add(() -> Persister.emptyUnloaded(mapping, entity));
        Basic version = mapping.version();
        if (version != null) {
            @Nullable Object before = version.accessor().get(entity);
            resets.add(() -> version.accessor().set(entity, before));
        }
    }

    /** Before an entity gets its next version. */
    void changing(Basic version, Object entity, Object current) {
        resets.add(() -> version.accessor().set(entity, current));
    }

    int count() {
        return resets.size();
    }

    /** Takes it back, the last first. */
    void resetSince(int count) {
        List<Runnable> since = resets.subList(count, resets.size());
        for (int i = since.size() - 1; i >= 0; i--) {
            since.get(i).run();
        }
        since.clear();
    }
}
