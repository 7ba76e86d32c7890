package dev.dovetail.repository.internal.work;

import dev.dovetail.repository.internal.mapping.AttributeMapping;
import dev.dovetail.repository.internal.mapping.AttributeMapping.ToOne;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * To what new entities referred when their insertion was queued. An optional reference to what was not queued before is
 * written by an update, when all rows are inserted.
 */
final class QueuedReferences {

    private final PersistenceContext context;
    private final References references;
    private final Map<ManagedEntity, Map<String, Object>> known = new IdentityHashMap<>();
    private final List<ManagedEntity> waiting = new ArrayList<>();

    QueuedReferences(PersistenceContext context, References references) {
        this.context = context;
        this.references = references;
    }

    /** An entity whose row is inserted after those that were added before; one with required references after those. */
    void add(ManagedEntity entity) {
        if (!isReady(entity)) {
            waiting.add(entity);
            return;
        }
        remember(entity);
        // Others may have waited for those that waited.
        for (boolean isAgain = !waiting.isEmpty(); isAgain; ) {
            isAgain = false;
            for (Iterator<ManagedEntity> others = waiting.iterator(); others.hasNext(); ) {
                ManagedEntity other = others.next();
                if (isReady(other)) {
                    others.remove();
                    remember(other);
                    isAgain = true;
                }
            }
        }
    }

    private boolean isReady(ManagedEntity entity) {
        for (AttributeMapping attribute : entity.mapping().attributes()) {
            if (attribute instanceof ToOne toOne && !toOne.optional()) {
                Object target = toOne.accessor().get(entity.instance());
                if (target != null && !isKnown(target, entity)) {
                    return false;
                }
            }
        }
        return true;
    }

    private void remember(ManagedEntity entity) {
        Map<String, Object> targets = new HashMap<>();
        for (AttributeMapping attribute : entity.mapping().attributes()) {
            Object target = attribute instanceof ToOne toOne && toOne.optional()
                    ? attribute.accessor().get(entity.instance())
                    : null;
            if (target != null && isKnown(target, entity)) {
                targets.put(attribute.name(), target);
            }
        }
        known.put(entity, targets);
    }

    /** Whether it has a row, or will have one before the owner has. */
    private boolean isKnown(Object target, ManagedEntity owner) {
        Object instance = PersistenceContext.unwrap(target);
        if (instance == null || instance == owner.instance()) {
            return true;
        }
        ManagedEntity managed = context.find(instance);
        return managed == null ? !references.isNew(instance) : managed.row() != null || known.containsKey(managed);
    }

    /** The names of the references that entities do not have in their first rows, before one of these is inserted. */
    Map<ManagedEntity, Set<String>> takeLater(Iterable<ManagedEntity> inserted) {
        Map<ManagedEntity, Set<String>> later = new IdentityHashMap<>();
        inserted.forEach(entity -> later.put(entity, later(entity)));
        clear();
        return later;
    }

    private Set<String> later(ManagedEntity entity) {
        Map<String, Object> before = known.getOrDefault(entity, Map.of());
        Set<String> later = new HashSet<>();
        for (AttributeMapping attribute : entity.mapping().attributes()) {
            if (attribute instanceof ToOne toOne && toOne.optional()) {
                Object target = toOne.accessor().get(entity.instance());
                if (target != null && target != before.get(toOne.name()) && hasNoRow(target, entity)) {
                    later.add(toOne.name());
                }
            }
        }
        return later;
    }

    private boolean hasNoRow(@Nullable Object target, ManagedEntity owner) {
        ManagedEntity managed = target == null ? null : context.find(target);
        return managed != null && managed != owner && managed.row() == null;
    }

    void clear() {
        known.clear();
        waiting.clear();
    }
}
