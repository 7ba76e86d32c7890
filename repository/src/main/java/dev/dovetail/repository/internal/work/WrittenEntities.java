package dev.dovetail.repository.internal.work;

import dev.dovetail.repository.internal.mapping.AttributeMapping.Basic;
import dev.dovetail.repository.internal.mapping.EntityMapping;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What writing did to entities themselves: when it is taken back, they are as new as they were, and have the version they had. */
final class WrittenEntities {

    private final WrittenCollections collections;
    private final List<Runnable> resets = new ArrayList<>();

    WrittenEntities(WrittenCollections collections) {
        this.collections = collections;
    }

    /** Before an entity is inserted: what its collections held in an earlier row is not in the next one. */
    void release(EntityMapping mapping, Object entity) {
        collections.release(mapping, entity);
    }

    /** Before an entity gets its version; what takes back its id was made before it got that. */
    void inserting(EntityMapping mapping, Object entity, Runnable resetId) {
        resets.add(resetId);
        resets.add(() -> collections.release(mapping, entity));
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
