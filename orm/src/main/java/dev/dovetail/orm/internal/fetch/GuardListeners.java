package dev.dovetail.orm.internal.fetch;

import java.util.function.BiFunction;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.internal.DefaultEvictEventListener;
import org.hibernate.event.internal.DefaultInitializeCollectionEventListener;
import org.hibernate.event.internal.DefaultLoadEventListener;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventSource;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.EvictEvent;
import org.hibernate.event.spi.InitializeCollectionEvent;
import org.hibernate.event.spi.LoadEvent;
import org.hibernate.event.spi.LoadEventListener;
import org.hibernate.event.spi.PostLoadEvent;
import org.hibernate.event.spi.PostLoadEventListener;
import org.hibernate.proxy.HibernateProxy;
import org.hibernate.proxy.LazyInitializer;

/** Puts the guard in Hibernate's way. */
public final class GuardListeners {

    private GuardListeners() {}

    /**
     * Lets the guard decide over all sessions of a factory.
     *
     * @param flushFailures turns what a flush failed with into what is thrown
     */
    public static void install(
            SessionFactoryImplementor factory,
            FetchGuard guard,
            BiFunction<RuntimeException, EventSource, RuntimeException> flushFailures) {
        EventListenerRegistry listeners = factory.getEventEngine().getListenerRegistry();
        listeners.setListeners(EventType.INIT_COLLECTION, new Collections(guard));
        listeners.setListeners(EventType.LOAD, new Proxies(guard));
        listeners.setListeners(EventType.EVICT, new Evictions());
        MapperWork.watchCallbacks(listeners);
        listeners.appendListeners(EventType.POST_LOAD, new Origins());
        MapperWork.install(listeners, flushFailures);
    }

    private static final class Collections extends DefaultInitializeCollectionEventListener {
        private final FetchGuard guard;

        Collections(FetchGuard guard) {
            this.guard = guard;
        }

        @Override
        public void onInitializeCollection(InitializeCollectionEvent event) {
            guard.beforeLoading(event.getCollection(), event.getSession());
            SessionScope scope = SessionScope.of(event.getSession());
            if (scope == null) {
                super.onInitializeCollection(event);
            } else {
                scope.loading(() -> Unloaded.nameOf(event.getCollection()), () -> super.onInitializeCollection(event));
            }
        }
    }

    private static final class Proxies extends DefaultLoadEventListener {
        private final FetchGuard guard;

        Proxies(FetchGuard guard) {
            this.guard = guard;
        }

        @Override
        public void onLoad(LoadEvent event, LoadEventListener.LoadType type) {
            if (type == LoadEventListener.IMMEDIATE_LOAD) {
                guard.beforeLoading(event);
                SessionScope scope = SessionScope.of(event.getSession());
                if (scope != null) {
                    scope.loading(() -> Unloaded.nameOf(event), () -> super.onLoad(event, type));
                    return;
                }
            } else if (type == LoadEventListener.INTERNAL_LOAD_NULLABLE && InverseOneToOnes.postpones(event)) {
                event.setResult(null);
                return;
            }
            super.onLoad(event, type);
        }
    }

    private static final class Evictions extends DefaultEvictEventListener {
        @Override
        public void onEvict(EvictEvent event) {
            Object entity = event.getObject();
            LazyInitializer proxy = HibernateProxy.extractLazyInitializer(entity);
            if (proxy == null) {
                Detachment detachment = Detachment.of(event.getSession(), entity);
                super.onEvict(event);
                detachment.apply();
                return;
            }
            boolean unloaded = proxy.isUninitialized();
            Detachment detachment = unloaded
                    ? Detachment.ofProxy(event.getSession(), proxy)
                    : Detachment.of(event.getSession(), proxy.getImplementation());
            super.onEvict(event);
            detachment.apply();
        }
    }

    private static final class Origins implements PostLoadEventListener {
        @Override
        public void onPostLoad(PostLoadEvent event) {
            EventSource session = event.getSession();
            SessionScope scope = SessionScope.of(session);
            Origin origin = scope == null ? null : scope.origin();
            if (origin != null) {
                EntityEntry entry = session.getPersistenceContextInternal().getEntry(event.getEntity());
                if (entry != null) {
                    entry.addExtraState(new EntityOrigin(origin));
                }
            }
        }
    }
}
