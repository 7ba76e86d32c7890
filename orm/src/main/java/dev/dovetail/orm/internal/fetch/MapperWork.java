package dev.dovetail.orm.internal.fetch;

import dev.dovetail.orm.internal.entity.FormerCollections;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.hibernate.StaleObjectStateException;
import org.hibernate.engine.internal.ForeignKeys;
import org.hibernate.engine.spi.PersistenceContext;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.AutoFlushEventListener;
import org.hibernate.event.spi.DeleteContext;
import org.hibernate.event.spi.DeleteEvent;
import org.hibernate.event.spi.DeleteEventListener;
import org.hibernate.event.spi.EventSource;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.FlushEventListener;
import org.hibernate.event.spi.LockEventListener;
import org.hibernate.event.spi.PersistContext;
import org.hibernate.event.spi.PersistEvent;
import org.hibernate.event.spi.PersistEventListener;
import org.hibernate.event.spi.PostLoadEventListener;
import org.hibernate.event.spi.RefreshContext;
import org.hibernate.event.spi.RefreshEvent;
import org.hibernate.event.spi.RefreshEventListener;
import org.hibernate.event.spi.ReplicateEventListener;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.proxy.HibernateProxy;
import org.jspecify.annotations.Nullable;

/**
 * While Hibernate deletes, merges, refreshes, locks, persists or flushes, it may load what its cascades need: the
 * listeners of these events are wrapped to say so.
 */
final class MapperWork {

    private MapperWork() {}

    static void install(
            EventListenerRegistry registry, BiFunction<RuntimeException, EventSource, RuntimeException> flushFailures) {
        wrap(registry, EventType.DELETE, Deleting::new);
        registry.setListeners(EventType.MERGE, new Merging());
        wrap(registry, EventType.REFRESH, Refreshing::new);
        wrap(registry, EventType.PERSIST, Persisting::new);
        wrap(registry, EventType.PERSIST_ONFLUSH, Persisting::new);
        MapperWork.<LockEventListener>wrap(
                registry, EventType.LOCK, inner -> event -> during(event.getSession(), () -> inner.onLock(event)));
        MapperWork.<ReplicateEventListener>wrap(
                registry,
                EventType.REPLICATE,
                inner -> event -> during(event.getSession(), () -> inner.onReplicate(event)));
        MapperWork.<AutoFlushEventListener>wrap(
                registry,
                EventType.AUTO_FLUSH,
                inner -> event -> during(event.getSession(), () -> inner.onAutoFlush(event)));
        MapperWork.<FlushEventListener>wrap(registry, EventType.FLUSH, inner -> event -> {
            SessionScope scope = SessionScope.of(event.getSession());
            try {
                if (scope != null) {
                    scope.beginFlush();
                }
                QueuedClears.forgetMaps(event.getSession().getPersistenceContextInternal());
                during(event.getSession(), () -> inner.onFlush(event));
                if (scope != null) {
                    scope.afterFlush(event.getSession());
                }
            } catch (RuntimeException failure) {
                throw flushFailures.apply(failure, event.getSession());
            } finally {
                if (scope != null) {
                    scope.endFlush();
                }
            }
        });
    }

    /** What the application does when an entity was loaded is not Hibernate's own work. */
    static void watchCallbacks(EventListenerRegistry registry) {
        MapperWork.<PostLoadEventListener>wrap(registry, EventType.POST_LOAD, inner -> event -> {
            SessionScope scope = SessionScope.of(event.getSession());
            if (scope == null) {
                inner.onPostLoad(event);
            } else {
                scope.inverseOneToOnes().load(event.getSession());
                scope.callingBack(() -> inner.onPostLoad(event));
            }
        });
    }

    @SuppressWarnings("unchecked") // an array of the type's own listener interface
    private static <L> void wrap(EventListenerRegistry registry, EventType<L> type, UnaryOperator<L> wrapper) {
        L[] wrapped = (L[]) java.lang.reflect.Array.newInstance(type.baseListenerInterface(), 1);
        for (L listener : registry.getEventListenerGroup(type).listeners()) {
            // Hibernate registers one for each of these types.
            wrapped[0] = wrapper.apply(listener);
        }
        registry.setListeners(type, wrapped);
    }

    static void during(EventSource session, Runnable work) {
        SessionScope scope = SessionScope.of(session);
        if (scope == null) {
            work.run();
            return;
        }
        scope.beginMapperWork();
        try {
            work.run();
        } finally {
            scope.endMapperWork();
        }
    }

    private record Deleting(DeleteEventListener inner) implements DeleteEventListener {
        @Override
        public void onDelete(DeleteEvent event) {
            remember(event);
            during(event.getSession(), () -> inner.onDelete(event));
        }

        private static void remember(DeleteEvent event) {
            SessionScope scope = SessionScope.of(event.getSession());
            if (scope != null) {
                scope.deleting(event.getObject());
            }
        }

        @Override
        public void onDelete(DeleteEvent event, DeleteContext context) {
            DeleteEvent managed = ofManaged(event);
            if (!isNew(managed)) {
                remember(event);
                during(event.getSession(), () -> inner.onDelete(managed, context));
            }
        }

        /**
         * A cascade does not go on behind what has no row. Hibernate would, also to the owner of a collection, whose new
         * elements it takes for orphans at the second flush.
         */
        private static boolean isNew(DeleteEvent event) {
            EventSource session = event.getSession();
            Object given = event.getObject();
            return !(given instanceof HibernateProxy)
                    && session.getPersistenceContextInternal().getEntry(given) == null
                    && ForeignKeys.isTransient(event.getEntityName(), given, null, session);
        }

        /** A cascade that leads to a detached instance means the managed one, if there is one. */
        private static DeleteEvent ofManaged(DeleteEvent event) {
            EventSource session = event.getSession();
            Object given = event.getObject();
            PersistenceContext managed = session.getPersistenceContextInternal();
            if (given instanceof HibernateProxy || managed.getEntry(given) != null) {
                return event;
            }
            EntityPersister persister = session.getEntityPersister(event.getEntityName(), given);
            Object id = persister.getIdentifier(given, session);
            Object instead = id == null ? null : managed.getEntity(session.generateEntityKey(id, persister));
            if (instead == null) {
                return event;
            }
            if (persister.isVersioned()
                    && !persister
                            .getVersionType()
                            .isEqual(persister.getVersion(given), persister.getVersion(instead))) {
                throw new StaleObjectStateException(persister.getEntityName(), id);
            }
            return new DeleteEvent(
                    event.getEntityName(),
                    instead,
                    event.isCascadeDeleteEnabled(),
                    event.isOrphanRemovalBeforeUpdates(),
                    session);
        }
    }

    private record Refreshing(RefreshEventListener inner) implements RefreshEventListener {
        @Override
        public void onRefresh(RefreshEvent event) {
            during(event.getSession(), () -> inner.onRefresh(event));
        }

        @Override
        public void onRefresh(RefreshEvent event, RefreshContext context) {
            during(event.getSession(), () -> inner.onRefresh(event, context));
        }
    }

    private record Persisting(PersistEventListener inner) implements PersistEventListener {
        @Override
        public void onPersist(PersistEvent event) {
            SessionScope scope = SessionScope.of(event.getSession());
            if (scope != null) {
                scope.adding(event.getObject());
                scope.unmerged().requireMerged(event.getObject(), event.getSession());
            }
            persisting(scope, event, () -> inner.onPersist(event));
        }

        private static void persisting(@Nullable SessionScope scope, PersistEvent event, Runnable work) {
            EventSource session = event.getSession();
            Object entity = event.getObject();
            // Each flush comes by all that is managed already.
            if (scope == null
                    || entity instanceof HibernateProxy
                    || session.getPersistenceContextInternal().getEntry(entity) != null) {
                during(session, work);
                return;
            }
            EntityPersister persister = session.getEntityPersister(event.getEntityName(), entity);
            releaseFormer(persister, entity, session);
            during(session, () -> scope.derivedIds().persisting(persister, entity, session, work));
        }

        /** What a cascade inserts again after it was deleted is written with its collections. */
        private static void releaseFormer(EntityPersister persister, Object entity, EventSource session) {
            if (FormerCollections.areIn(persister, entity)
                    && ForeignKeys.isTransient(persister.getEntityName(), entity, Boolean.TRUE, session)) {
                FormerCollections.release(persister, entity, session);
            }
        }

        @Override
        public void onPersist(PersistEvent event, PersistContext context) {
            SessionScope scope = SessionScope.of(event.getSession());
            if (scope != null) {
                scope.unmerged().requireMerged(event.getObject(), event.getSession());
            }
            // An owner that still holds what was deleted would save it again.
            if (scope == null
                    || !scope.isDeleted(event.getObject())
                            && !scope.derivedIds().waits(event.getObject(), event.getSession())) {
                persisting(scope, event, () -> inner.onPersist(event, context));
            }
        }
    }
}
