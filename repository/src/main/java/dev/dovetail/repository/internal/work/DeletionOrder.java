package dev.dovetail.repository.internal.work;

import dev.dovetail.repository.internal.mapping.AttributeMapping;
import dev.dovetail.repository.internal.mapping.AttributeMapping.ToOne;
import dev.dovetail.repository.internal.store.Row;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The order in which entities are deleted together: those that refer to others of them come first, as the rows are deleted one
 * by one. Of a circle one is refused.
 */
final class DeletionOrder {

    private final References references;
    private final PersistenceContext context;

    DeletionOrder(References references, PersistenceContext context) {
        this.references = references;
        this.context = context;
    }

    /** In the order in which they were given as far as they do not refer to each other. */
    List<ManagedEntity> of(List<ManagedEntity> entities) {
        Map<ManagedEntity, List<ManagedEntity>> referring = new IdentityHashMap<>();
        for (ManagedEntity entity : entities) {
            for (AttributeMapping attribute : entity.mapping().attributes()) {
                Row row = entity.row();
                Object id = row != null && attribute instanceof ToOne toOne
                        ? toOne.columns().of(row)
                        : null;
                ManagedEntity target = id == null
                        ? null
                        : context.find(new EntityKey(references.mapping(((ToOne) attribute).target()), id));
                if (target != null && target != entity) {
                    referring
                            .computeIfAbsent(target, first -> new ArrayList<>())
                            .add(entity);
                }
            }
        }
        Set<ManagedEntity> placed = Collections.newSetFromMap(new IdentityHashMap<>());
        List<ManagedEntity> ordered = new ArrayList<>(entities.size());
        entities.forEach(entity -> place(entity, referring, placed, ordered));
        return ordered;
    }

    /** Without recursion, as a chain of references may be long. */
    private static void place(
            ManagedEntity first,
            Map<ManagedEntity, List<ManagedEntity>> referring,
            Set<ManagedEntity> placed,
            List<ManagedEntity> ordered) {
        Deque<ManagedEntity> path = new ArrayDeque<>();
        Map<ManagedEntity, Iterator<ManagedEntity>> left = new IdentityHashMap<>();
        for (ManagedEntity next = placed.add(first) ? first : null; next != null || !path.isEmpty(); ) {
            if (next != null) {
                path.push(next);
                left.put(next, referring.getOrDefault(next, List.of()).iterator());
            }
            next = null;
            Iterator<ManagedEntity> others = Objects.requireNonNull(left.get(path.element()), "others");
            while (next == null && others.hasNext()) {
                ManagedEntity other = others.next();
                next = placed.add(other) ? other : null;
            }
            if (next == null) {
                ordered.add(path.pop());
            }
        }
    }
}
