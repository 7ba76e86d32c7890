package dev.dovetail.orm.internal.query;

import dev.dovetail.orm.internal.fetch.Detachment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.hibernate.engine.spi.EntityHolder;
import org.hibernate.engine.spi.EntityKey;
import org.hibernate.engine.spi.PersistenceContext;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.event.internal.EvictVisitor;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.proxy.HibernateProxy;
import org.hibernate.proxy.LazyInitializer;

/**
 * The entities that a stream loaded into a session, and nobody else. They can be let go while nothing is pending and
 * nothing else was loaded since, because then no other managed entity holds them, and no change is lost.
 */
final class StreamedEntities {

    private final SessionImplementor session;
    private final PersistenceContext context;
    private final Set<EntityKey> foreign;
    private final Set<EntityKey> own = new HashSet<>();
    private boolean mixed;

    StreamedEntities(SessionImplementor session) {
        this.session = session;
        this.context = session.getPersistenceContextInternal();
        this.foreign = new HashSet<>(holders().keySet());
    }

    private Map<EntityKey, EntityHolder> holders() {
        Map<EntityKey, EntityHolder> holders = context.getEntityHoldersByKey();
        // Hibernate makes the map when the first entity comes.
        return holders == null ? Map.of() : holders;
    }

    void beforeLoading() {
        mixed = mixed || isMixed();
    }

    void afterLoading() {
        for (EntityKey key : holders().keySet()) {
            if (!foreign.contains(key)) {
                own.add(key);
            }
        }
    }

    void letGo(BooleanSupplier hasPendingChanges) {
        mixed = mixed || isMixed();
        if (own.isEmpty() || mixed || hasPendingChanges.getAsBoolean()) {
            return;
        }
        List<Detachment> detachments = new ArrayList<>();
        for (EntityKey key : own) {
            EntityHolder holder = holders().get(key);
            if (holder != null) {
                detachments.add(letGo(key, holder));
            }
        }
        detachments.forEach(Detachment::apply);
        own.clear();
    }

    /** Like Hibernate's evict, but without its cascade, which could take other entities with it. */
    private Detachment letGo(EntityKey key, EntityHolder holder) {
        LazyInitializer proxy =
                holder.getProxy() == null ? null : HibernateProxy.extractLazyInitializer(holder.getProxy());
        Object entity = holder.getEntity();
        Detachment detachment = entity == null && proxy != null
                ? Detachment.ofProxy(session, proxy)
                : Detachment.of(session, entity == null ? key : entity);
        if (entity != null) {
            EntityPersister persister = key.getPersister();
            if (persister.hasNaturalIdentifier()) {
                context.getNaturalIdResolutions().handleEviction(key.getIdentifier(), entity, persister);
            }
            if (persister.hasCollections()) {
                new EvictVisitor(session.asEventSource(), entity)
                        .processEntityPropertyValues(persister.getValues(entity), persister.getPropertyTypes());
            }
        }
        context.removeEntityHolder(key);
        if (entity != null) {
            context.removeEntry(entity);
        }
        if (proxy != null) {
            proxy.unsetSession();
        }
        return detachment;
    }

    private boolean isMixed() {
        for (EntityKey key : holders().keySet()) {
            if (!own.contains(key) && !foreign.contains(key)) {
                return true;
            }
        }
        return false;
    }
}
