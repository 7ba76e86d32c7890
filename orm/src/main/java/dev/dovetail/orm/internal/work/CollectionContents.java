package dev.dovetail.orm.internal.work;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.spi.CollectionEntry;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.type.EntityType;

/** Gives a loaded collection new contents, so that it is as if it had been loaded with them. */
final class CollectionContents {

    private CollectionContents() {}

    static void copy(
            CollectionPersister persister,
            PersistentCollection<?> from,
            PersistentCollection<?> to,
            CollectionEntry entry,
            SessionImplementor session) {
        // Entities are compared by identity: their equals may be anything.
        boolean entities = persister.getElementType() instanceof EntityType;
        // Left alone where nothing changed, so that a loop over it can go on.
        if (from instanceof Map<?, ?> source && to instanceof Map<?, ?> target) {
            if (!isSame(source.values(), target.values(), entities)
                    || !isSame(source.keySet(), target.keySet(), false)) {
                replaceMap(source, target);
            }
        } else if (from instanceof Collection<?> source && to instanceof Collection<?> target) {
            boolean ordered = persister.hasIndex() || persister.hasOrdering();
            if (!(ordered ? isSame(source, target, entities) : isSameInAnyOrder(source, target, entities))) {
                replace(source, target);
            }
        } else {
            throw new IllegalStateException("An array cannot be refreshed: " + persister.getRole());
        }
        entry.postInitialize(to, session);
        to.clearDirty();
    }

    private static boolean isSame(Collection<?> left, Collection<?> right, boolean byIdentity) {
        if (left.size() != right.size()) {
            return false;
        }
        Iterator<?> others = right.iterator();
        for (Object element : left) {
            Object other = others.next();
            if (element != other && (byIdentity || !Objects.equals(element, other))) {
                return false;
            }
        }
        return true;
    }

    /** An engine may return rows in another order after an update; where none is asked for, that is no change. */
    private static boolean isSameInAnyOrder(Collection<?> left, Collection<?> right, boolean byIdentity) {
        if (left.size() != right.size()) {
            return false;
        }
        Map<Object, Integer> counts = byIdentity ? new IdentityHashMap<>() : new HashMap<>();
        left.forEach(element -> counts.merge(element, 1, Integer::sum));
        for (Object element : right) {
            if (counts.merge(element, -1, Integer::sum) < 0) {
                return false;
            }
        }
        return true;
    }

    @SuppressWarnings("unchecked") // both are collections of the same role
    private static void replace(Collection<?> source, Collection<?> target) {
        Collection<Object> elements = (Collection<Object>) target;
        elements.clear();
        elements.addAll(new ArrayList<>(source));
    }

    @SuppressWarnings("unchecked") // both are collections of the same role
    private static void replaceMap(Map<?, ?> source, Map<?, ?> target) {
        Map<Object, Object> entries = (Map<Object, Object>) target;
        entries.clear();
        entries.putAll(new LinkedHashMap<>(source));
    }
}
