package dev.dovetail.repository.internal.work;

import dev.dovetail.repository.internal.mapping.AttributeMapping;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Association;
import dev.dovetail.repository.internal.mapping.AttributeMapping.ToMany;
import jakarta.persistence.CascadeType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was added and waits for the flush; nothing is done with it before. */
final class Additions {

    private final References references;
    private final PersistenceContext context;
    private final List<Object> pending = new ArrayList<>();
    private final Set<Object> known = Collections.newSetFromMap(new IdentityHashMap<>());

    Additions(References references, PersistenceContext context) {
        this.references = references;
        this.context = context;
    }

    void add(Object entity) {
        if (known.add(entity)) {
            pending.add(entity);
        }
    }

    boolean contains(Object entity) {
        return known.contains(entity);
    }

    boolean isEmpty() {
        return pending.isEmpty();
    }

    /** Lets go of one; false if it does not wait. */
    boolean forget(Object entity) {
        if (!known.remove(entity)) {
            return false;
        }
        pending.removeIf(added -> added == entity);
        return true;
    }

    /** Makes them managed, in the order in which they were added; of a refusal those that are left wait on. */
    void persist(Persister persister) {
        List<Object> due = List.copyOf(pending);
        clear();
        int persisted = 0;
        try {
            for (; persisted < due.size(); persisted++) {
                ManagedEntity managed = context.find(due.get(persisted));
                if (managed == null || managed.isRemoved()) {
                    persister.persist(due.get(persisted));
                }
            }
        } finally {
            due.subList(persisted, due.size()).forEach(this::add);
        }
    }

    void clear() {
        pending.clear();
        known.clear();
    }

    /** Whether the next flush inserts an instance of a class with an id, as one of them or with one. */
    boolean insert(Class<?> type, Object id) {
        Set<Object> reached = Collections.newSetFromMap(new IdentityHashMap<>());
        pending.forEach(entity -> reach(entity, reached));
        return reached.stream().anyMatch(entity -> type.isInstance(entity) && id.equals(references.id(entity)));
    }

    private void reach(Object entity, Set<Object> reached) {
        if (!reached.add(entity)) {
            return;
        }
        for (AttributeMapping attribute : references.mapping(entity).attributes()) {
            if (attribute instanceof Association association && association.cascades(CascadeType.PERSIST)) {
                @Nullable Object value = attribute.accessor().get(entity);
                if (association instanceof ToMany) {
                    Contents.elements(value).forEach(element -> reachIfNew(element, reached));
                } else {
                    reachIfNew(value, reached);
                }
            }
        }
    }

    private void reachIfNew(@Nullable Object value, Set<Object> reached) {
        Object entity = value == null ? null : PersistenceContext.unwrap(value);
        if (entity != null && context.find(entity) == null) {
            reach(entity, reached);
        }
    }
}
