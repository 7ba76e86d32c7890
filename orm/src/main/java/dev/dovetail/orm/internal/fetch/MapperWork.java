package dev.dovetail.orm.internal.fetch;

import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.AutoFlushEventListener;
import org.hibernate.event.spi.DeleteContext;
import org.hibernate.event.spi.DeleteEvent;
import org.hibernate.event.spi.DeleteEventListener;
import org.hibernate.event.spi.EventSource;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.FlushEventListener;
import org.hibernate.event.spi.LockEventListener;
import org.hibernate.event.spi.MergeContext;
import org.hibernate.event.spi.MergeEvent;
import org.hibernate.event.spi.MergeEventListener;
import org.hibernate.event.spi.PersistContext;
import org.hibernate.event.spi.PersistEvent;
import org.hibernate.event.spi.PersistEventListener;
import org.hibernate.event.spi.PostLoadEventListener;
import org.hibernate.event.spi.RefreshContext;
import org.hibernate.event.spi.RefreshEvent;
import org.hibernate.event.spi.RefreshEventListener;
import org.hibernate.event.spi.ReplicateEventListener;

/**
 * While Hibernate deletes, merges, refreshes, locks, persists or flushes, it may load what its cascades need: the
 * listeners of these events are wrapped to say so.
 */
final class MapperWork {

    private MapperWork() {}

    static void install(
            EventListenerRegistry registry, BiFunction<RuntimeException, EventSource, RuntimeException> flushFailures) {
        wrap(registry, EventType.DELETE, Deleting::new);
        wrap(registry, EventType.MERGE, Merging::new);
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
                during(event.getSession(), () -> inner.onFlush(event));
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

    private static void during(EventSource session, Runnable work) {
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
            remember(event);
            during(event.getSession(), () -> inner.onDelete(event, context));
        }
    }

    private record Merging(MergeEventListener inner) implements MergeEventListener {
        @Override
        public void onMerge(MergeEvent event) {
            during(event.getSession(), () -> inner.onMerge(event));
        }

        @Override
        public void onMerge(MergeEvent event, MergeContext context) {
            during(event.getSession(), () -> inner.onMerge(event, context));
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
            }
            during(event.getSession(), () -> inner.onPersist(event));
        }

        @Override
        public void onPersist(PersistEvent event, PersistContext context) {
            SessionScope scope = SessionScope.of(event.getSession());
            // An owner that still holds what was deleted would save it again.
            if (scope == null || !scope.isDeleted(event.getObject())) {
                during(event.getSession(), () -> inner.onPersist(event, context));
            }
        }
    }
}
