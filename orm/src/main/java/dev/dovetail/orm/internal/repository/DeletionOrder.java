package dev.dovetail.orm.internal.repository;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.PersistenceContext;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.proxy.HibernateProxy;
import org.hibernate.proxy.LazyInitializer;
import org.hibernate.type.ComponentType;
import org.hibernate.type.EntityType;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * The order in which entities are deleted together: those that refer to others of them come first, as the database looks at
 * each row for itself. Hibernate takes a reference back by an update where it finds out that what it leads to was deleted
 * before, which it does not of a detached instance.
 */
final class DeletionOrder<T> {

    private final SessionImplementor session;
    private final Map<Object, List<T>> referring = new IdentityHashMap<>();
    private final Set<Object> placed = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<T> ordered = new ArrayList<>();

    private DeletionOrder(SessionImplementor session) {
        this.session = session;
    }

    /** Managed entities, in the order in which they were given as far as they do not refer to each other. */
    static <T> List<T> of(SessionImplementor session, List<T> entities) {
        if (entities.size() < 2) {
            return entities;
        }
        DeletionOrder<T> order = new DeletionOrder<>(session);
        Set<Object> given = Collections.newSetFromMap(new IdentityHashMap<>());
        given.addAll(entities);
        for (T entity : entities) {
            for (Object target : order.targets(entity)) {
                if (target != entity && given.contains(target)) {
                    order.referring
                            .computeIfAbsent(target, first -> new ArrayList<>())
                            .add(entity);
                }
            }
        }
        if (order.referring.isEmpty()) {
            return entities;
        }
        entities.forEach(order::place);
        return order.ordered;
    }

    /** After those that refer to it; a chain of them may be long. */
    private void place(T first) {
        Deque<T> path = new ArrayDeque<>();
        Deque<Iterator<T>> before = new ArrayDeque<>();
        enter(first, path, before);
        while (!path.isEmpty()) {
            if (before.element().hasNext()) {
                enter(before.element().next(), path, before);
            } else {
                ordered.add(path.pop());
                before.pop();
            }
        }
    }

    private void enter(T entity, Deque<T> path, Deque<Iterator<T>> before) {
        if (placed.add(entity)) {
            path.push(entity);
            before.push(referring.getOrDefault(entity, List.of()).iterator());
        }
    }

    /** The managed entities to which the row of one refers. */
    private Set<Object> targets(Object entity) {
        PersistenceContext context = session.getPersistenceContextInternal();
        EntityEntry entry = context.getEntry(entity);
        @Nullable Object[] written = entry == null ? null : entry.getLoadedState();
        Set<Object> targets = new LinkedHashSet<>();
        if (entry != null && written != null) {
            EntityPersister persister = entry.getPersister();
            add(persister.getPropertyTypes(), written, context, targets);
        }
        return targets;
    }

    private void add(Type[] types, @Nullable Object[] values, PersistenceContext context, Set<Object> targets) {
        for (int i = 0; i < types.length; i++) {
            Object value = values[i];
            if (value != null && types[i] instanceof EntityType) {
                Object target = managed(value, context);
                if (target != null) {
                    targets.add(target);
                }
            } else if (value != null && types[i] instanceof ComponentType component) {
                add(component.getSubtypes(), component.getPropertyValues(value, session), context, targets);
            }
        }
    }

    /** A row may have been written with a detached instance of what it refers to. */
    private @Nullable Object managed(Object target, PersistenceContext context) {
        LazyInitializer proxy = HibernateProxy.extractLazyInitializer(target);
        if (proxy == null && context.getEntry(target) != null) {
            return target;
        }
        EntityPersister persister = proxy == null
                ? session.getEntityPersister(null, target)
                : session.getFactory().getMappingMetamodel().getEntityDescriptor(proxy.getEntityName());
        Object id = proxy == null ? persister.getIdentifier(target, session) : proxy.getInternalIdentifier();
        return id == null ? null : context.getEntity(session.generateEntityKey(id, persister));
    }
}
