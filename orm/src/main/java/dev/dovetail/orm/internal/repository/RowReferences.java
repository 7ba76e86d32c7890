package dev.dovetail.orm.internal.repository;

import java.util.LinkedHashSet;
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
 * What the rows of managed entities refer to, as far as it is managed. Deleting, Hibernate takes a reference back by an update
 * where it finds out that what it leads to was deleted before, which it does not of a detached instance.
 */
final class RowReferences {

    private final SessionImplementor session;

    RowReferences(SessionImplementor session) {
        this.session = session;
    }

    Set<Object> of(Object entity) {
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
