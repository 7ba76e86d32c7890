package dev.dovetail.orm.internal.fetch;

import dev.dovetail.core.statement.CallSite;
import dev.dovetail.core.transaction.TransactionalCallable;
import dev.dovetail.repository.LazyPolicy;
import dev.dovetail.repository.UnloadedAssociationException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.EntityKey;
import org.hibernate.engine.spi.PersistenceContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.event.spi.EventSource;
import org.hibernate.event.spi.LoadEvent;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides whether an association that is used without being loaded may load itself. What Hibernate does for itself
 * (cascades, orphan removal, merge, refresh, lock, flush, loading graphs) passes. Thread-safe.
 */
public final class FetchGuard {

    private static final Logger LOG = LoggerFactory.getLogger(LazyPolicy.LOGGER);

    private final ThreadLocal<@Nullable Integer> allowed = new ThreadLocal<>();

    private final LazyPolicies policies;
    private final Map<String, Set<String>> sharingIds;
    private final Map<EntityPersister, List<Integer>> inverseOneToOnes;
    private final DetachedSessions detached;

    /**
     * A guard over the sessions of a factory.
     *
     * @param otherwise the policy of associations that have none of their own
     */
    public FetchGuard(SessionFactoryImplementor factory, LazyPolicy otherwise) {
        this.policies = LazyPolicies.of(factory, otherwise);
        this.sharingIds = InverseOneToOnes.sharingIds(factory);
        this.inverseOneToOnes = InverseOneToOnes.positions(factory);
        this.detached = new DetachedSessions(factory);
    }

    /** For collections that leave the sessions. */
    DetachedSessions detached() {
        return detached;
    }

    Set<String> ownersSharingIds(EntityPersister target) {
        return sharingIds.getOrDefault(target.getEntityName(), Set.of());
    }

    void afterFlush(EventSource session) {
        InverseOneToOnes.forgetUnsaved(inverseOneToOnes, session);
    }

    /** Runs a block of this thread in which associations load themselves. */
    public <T extends @Nullable Object, X extends Exception> T allowing(TransactionalCallable<T, X> block) throws X {
        Integer outer = allowed.get();
        allowed.set(outer == null ? 1 : outer + 1);
        try {
            return block.call();
        } finally {
            if (outer == null) {
                allowed.remove();
            } else {
                allowed.set(outer);
            }
        }
    }

    void beforeLoading(PersistentCollection<?> collection, EventSource session) {
        if (!collection.wasInitialized() && !passes(session)) {
            use(collection, session);
        }
    }

    /** Size and contents of a collection can be asked for without loading it; a loaded one knows them. */
    @Nullable
    Collection<?> askingFor(CollectionPersister persister, Object key, SharedSessionContractImplementor session) {
        PersistenceContext context = session.getPersistenceContextInternal();
        PersistentCollection<?> collection = context.getCollection(session.generateCollectionKey(persister, key));
        if (collection == null) {
            return null;
        }
        if (!collection.wasInitialized()) {
            if (!passes(session)) {
                use(collection, session);
            }
            return null;
        }
        return collection instanceof Collection<?> loaded ? loaded : null;
    }

    void beforeLoading(LoadEvent event) {
        EventSource session = event.getSession();
        if (passesAlways(session)) {
            return;
        }
        EntityPersister persister =
                session.getFactory().getMappingMetamodel().getEntityDescriptor(event.getEntityClassName());
        EntityKey key = session.generateEntityKey(event.getEntityId(), persister);
        PersistenceContext context = session.getPersistenceContextInternal();
        SessionScope scope = SessionScope.of(session);
        boolean asPoliciesSay = scope == null || !scope.raisesAny();
        LazyPolicy uniform = asPoliciesSay ? policies.towards(persister) : null;
        if (uniform == LazyPolicy.SELECT || context.getEntity(key) != null) {
            return;
        }
        ProxyOwner owner = ProxyOwner.strictest(
                context,
                key,
                (from, path) ->
                        scope != null && scope.raises(from, path) ? LazyPolicy.RAISE : policies.ofToOne(from, path));
        use(
                owner == null ? policies.otherwise() : owner.policy(),
                session,
                () -> Unloaded.entity(owner, persister.getMappedClass().getSimpleName(), event.getEntityId()));
    }

    private void use(PersistentCollection<?> collection, SharedSessionContractImplementor session) {
        SessionScope scope = SessionScope.of(session);
        LazyPolicy policy =
                scope != null && scope.raises(ownerOf(collection, session), Unloaded.attributeOf(collection))
                        ? LazyPolicy.RAISE
                        : policies.ofCollection(collection.getRole());
        use(policy, session, () -> {
            Object owner = collection.getOwner();
            PersistenceContext context = session.getPersistenceContextInternal();
            return Unloaded.collection(collection, EntityOrigin.of(owner == null ? null : context.getEntry(owner)));
        });
    }

    private static @Nullable EntityPersister ownerOf(
            PersistentCollection<?> collection, SharedSessionContractImplementor session) {
        Object owner = collection.getOwner();
        EntityEntry entry =
                owner == null ? null : session.getPersistenceContextInternal().getEntry(owner);
        return entry == null ? null : entry.getPersister();
    }

    /** Raises, warns, or does nothing, so that what is used is loaded. */
    private static void use(
            LazyPolicy policy,
            SharedSessionContractImplementor session,
            Supplier<UnloadedAssociationException> unloaded) {
        if (policy == LazyPolicy.SELECT) {
            return;
        }
        UnloadedAssociationException explained = unloaded.get();
        if (policy.raises()) {
            throw explained;
        }
        SessionScope scope = SessionScope.of(session);
        if (scope == null || scope.isFirstWarning(explained.entity() + "." + explained.attribute())) {
            LOG.warn(
                    "Loaded on its first use, because its policy is WARN, at {}: {}",
                    CallSite.current(),
                    explained.getMessage());
        }
    }

    private boolean passes(SharedSessionContractImplementor session) {
        if (passesAlways(session)) {
            return true;
        }
        SessionScope scope = SessionScope.of(session);
        PersistenceContext context = session.getPersistenceContextInternal();
        return scope != null
                && !scope.isCallingBack()
                && (!context.isLoadFinished()
                        || context.hasLoadContext()
                                && !context.getLoadContexts().isLoadingFinished());
    }

    /** Also without a loading in progress, as for proxies: only the application uses them while Hibernate loads. */
    private boolean passesAlways(SharedSessionContractImplementor session) {
        SessionScope scope = SessionScope.of(session);
        if (scope != null) {
            scope.requireThread();
        }
        if (allowed.get() != null) {
            return true;
        }
        return scope == null || scope.isMapperWorking() && !scope.isCallingBack();
    }
}
