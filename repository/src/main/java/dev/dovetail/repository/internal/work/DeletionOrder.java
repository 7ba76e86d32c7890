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

    /** Without recursion: a chain of references can be long. */
    private static void place(
            ManagedEntity first,
            Map<ManagedEntity, List<ManagedEntity>> referring,
            Set<ManagedEntity> placed,
            List<ManagedEntity> ordered) {
        Deque<ManagedEntity> path = new ArrayDeque<>();
        Deque<Iterator<ManagedEntity>> before = new ArrayDeque<>();
        for (ManagedEntity next = first; ; next = before.element().next()) {
            if (placed.add(next)) {
                path.push(next);
                before.push(referring.getOrDefault(next, List.of()).iterator());
            }
            while (!path.isEmpty() && !before.element().hasNext()) {
                ordered.add(path.pop());
                before.pop();
            }
            if (path.isEmpty()) {
                return;
            }
        }
    }
}
