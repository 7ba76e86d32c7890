package dev.dovetail.orm.internal.fetch;

import dev.dovetail.orm.internal.entity.GeneratedIds;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Supplier;
import org.hibernate.Interceptor;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.EntityEntryExtraState;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.event.spi.EventSource;
import org.hibernate.metamodel.mapping.EntityMappingType;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.proxy.HibernateProxy;
import org.hibernate.proxy.LazyInitializer;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * What the guard knows about one session. It is the session's interceptor, because that is found from a session without
 * a look-up; it changes nothing. Used by the session's thread.
 */
public final class SessionScope implements Interceptor {

    private final FetchGuard guard;
    private final WriteListener written;
    private final InverseOneToOnes inverseOneToOnes = new InverseOneToOnes();
    private final FlushedVersions versions = new FlushedVersions();
    private final UnmergedCopies unmerged = new UnmergedCopies();
    private final DerivedIds derivedIds = new DerivedIds();
    private final Set<String> warned = new HashSet<>();
    private final Thread thread = Thread.currentThread();
    private final Set<String> raising = new HashSet<>();
    private @Nullable Set<Object> deleted;
    private final Set<Class<?>> removed = new HashSet<>();
    private int callbacks;
    private int mapperWork;
    private boolean flushing;
    private boolean writes;
    private @Nullable Origin origin;
    private @Nullable Supplier<String> loading;

    /**
     * A scope for a new session.
     *
     * @param guard decides what may load itself
     * @param written hears of each entity that is inserted or changed
     * @param deletedBefore what was deleted on purpose in an earlier session of the same unit of work
     */
    public SessionScope(FetchGuard guard, WriteListener written, Set<Object> deletedBefore) {
        this.guard = guard;
        this.written = written;
        this.deleted = deletedBefore.isEmpty() ? null : identities(deletedBefore);
    }

    /** What loaded an entity, to be given to its entry in another session. */
    public static @Nullable EntityEntryExtraState originOf(EntityEntry entry) {
        Origin origin = EntityOrigin.of(entry);
        return origin == null ? null : new EntityOrigin(origin);
    }

    /** What was deleted on purpose. */
    public Set<Object> deleted() {
        return deleted == null ? Set.of() : identities(deleted);
    }

    private static Set<Object> identities(Collection<Object> objects) {
        Set<Object> set = Collections.newSetFromMap(new IdentityHashMap<>());
        set.addAll(objects);
        return set;
    }

    @Override
    public boolean onPersist(Object entity, Object id, Object[] state, String[] propertyNames, Type[] types) {
        written.writing(entity, true, derivedIds.before(entity), state);
        writes = true;
        return false;
    }

    @Override
    public boolean onFlushDirty(
            Object entity,
            Object id,
            Object[] state,
            Object @Nullable [] previousState,
            String[] propertyNames,
            Type[] types) {
        writes = true;
        if (previousState != null) {
            versions.changing(entity, id, previousState);
            written.writing(entity, false, null, previousState);
        }
        return false;
    }

    @Override
    public void onRemove(Object entity, Object id, Object[] state, String[] propertyNames, Type[] types) {
        writes = true;
        removed.add(entity.getClass());
        versions.changing(entity, id, state);
    }

    /** The classes of the entities that were deleted since this was asked last. */
    public Set<Class<?>> takeRemoved() {
        if (removed.isEmpty()) {
            return Set.of();
        }
        Set<Class<?>> taken = Set.copyOf(removed);
        removed.clear();
        return taken;
    }

    /** Whether entities were inserted, changed or deleted since this was asked last. */
    public boolean takeWrites() {
        boolean taken = writes;
        writes = false;
        return taken;
    }

    /** The version that an entity had before the running flush, or null if it has none or is not known. */
    public static @Nullable Object versionBefore(
            SharedSessionContractImplementor session, @Nullable String entity, @Nullable Object id) {
        SessionScope scope = of(session);
        return scope == null ? null : scope.versions.of(session, entity, id);
    }

    static @Nullable SessionScope of(SharedSessionContractImplementor session) {
        return session.getInterceptor() instanceof SessionScope scope ? scope : null;
    }

    /** Runs work whose loaded entities are said to come from the origin. */
    public <T extends @Nullable Object> T loading(Origin by, Supplier<T> work) {
        Origin outer = origin;
        origin = by;
        try {
            return work.get();
        } finally {
            origin = outer;
        }
    }

    /** Runs work that loads one association. */
    void loading(Supplier<String> association, Runnable work) {
        Supplier<String> outer = loading;
        loading = association;
        try {
            work.run();
        } finally {
            loading = outer;
        }
    }

    /** What is loaded now, or null. */
    public @Nullable String purpose() {
        Supplier<String> association = loading;
        if (association != null) {
            return "loading " + association.get();
        }
        return origin == null ? null : "for " + origin;
    }

    @Nullable
    Origin origin() {
        return origin;
    }

    /** An entity is deleted on purpose. Orphans, which a flush finds, may have another owner by now. */
    void deleting(Object entity) {
        if (!flushing) {
            if (deleted == null) {
                deleted = identities(Set.of());
            }
            deleted.add(instance(entity));
        }
    }

    /** An entity is added on purpose, perhaps again. */
    void adding(Object entity) {
        if (deleted != null) {
            deleted.remove(instance(entity));
        }
    }

    boolean isDeleted(Object entity) {
        return deleted != null && deleted.contains(instance(entity));
    }

    private static Object instance(Object entity) {
        LazyInitializer proxy = HibernateProxy.extractLazyInitializer(entity);
        return proxy == null || proxy.isUninitialized() ? entity : proxy.getImplementation();
    }

    /** Whether a session is in the middle of a flush. */
    public static boolean isFlushing(SharedSessionContractImplementor session) {
        SessionScope scope = of(session);
        return scope != null && scope.flushing;
    }

    void beginFlush() {
        flushing = true;
    }

    void endFlush() {
        flushing = false;
        versions.clear();
    }

    /** Refuses a statement about a collection that is not loaded; where it is loaded, itself can be asked. */
    static @Nullable Collection<?> askingFor(
            CollectionPersister persister, Object key, SharedSessionContractImplementor session) {
        SessionScope scope = of(session);
        return scope == null ? null : scope.guard.askingFor(persister, key, session);
    }

    /** Persists an entity that may have an id that it took from another one when it was inserted before: it takes it again. */
    public static void persistAsNew(EntityPersister persister, Object entity, EventSource session) {
        SessionScope scope = of(session);
        if (scope == null) {
            session.persist(entity);
            return;
        }
        scope.derivedIds.persisting(persister, entity, session, () -> {
            GeneratedIds.reset(persister, entity, session);
            session.persist(entity);
        });
    }

    /** Runs callbacks of the application, which may not load while Hibernate loads. */
    void callingBack(Runnable callback) {
        callbacks++;
        try {
            callback.run();
        } finally {
            callbacks--;
        }
    }

    boolean isCallingBack() {
        return callbacks > 0;
    }

    /** From now on an association raises in this session, whatever its policy. */
    public static void raise(SharedSessionContractImplementor session, String entity, String attribute) {
        SessionScope scope = of(session);
        if (scope != null) {
            scope.raising.add(entity + "." + attribute);
        }
    }

    /** Takes over which associations raise, from an earlier session of the same unit of work. */
    public SessionScope raisingLike(SessionScope earlier) {
        raising.addAll(earlier.raising);
        return this;
    }

    boolean raisesAny() {
        return !raising.isEmpty();
    }

    /** Whether it raises here, also by the name of an entity that it is inherited from. */
    boolean raises(@Nullable EntityPersister owner, String attribute) {
        for (EntityMappingType type = owner; type != null && !raising.isEmpty(); type = type.getSuperMappingType()) {
            if (raising.contains(type.getEntityName() + "." + attribute)) {
                return true;
            }
        }
        return false;
    }

    /** The entities whose one-to-one without a foreign key leads to one with the same id. */
    Set<String> ownersSharingIds(EntityPersister target) {
        return guard.ownersSharingIds(target);
    }

    void afterFlush(EventSource session) {
        guard.afterFlush(session);
    }

    DetachedSessions detachedSessions() {
        return guard.detached();
    }

    DerivedIds derivedIds() {
        return derivedIds;
    }

    UnmergedCopies unmerged() {
        return unmerged;
    }

    InverseOneToOnes inverseOneToOnes() {
        return inverseOneToOnes;
    }

    /** Refuses other threads than the one of the session. */
    void requireThread() {
        if (Thread.currentThread() != thread) {
            throw OutOfScope.of(thread, false);
        }
    }

    /** Whether an association was not warned of before. */
    boolean isFirstWarning(String association) {
        return warned.add(association);
    }

    boolean isMapperWorking() {
        return mapperWork > 0;
    }

    void beginMapperWork() {
        mapperWork++;
    }

    void endMapperWork() {
        mapperWork--;
    }

    /** Hears of entities that are written. */
    @FunctionalInterface
    public interface WriteListener {
        /**
         * Before it is inserted or updated.
         *
         * @param values those that it had before: of a new one before Hibernate sets the first version
         */
        void writing(Object entity, boolean isNew, @Nullable Object id, @Nullable Object[] values);
    }
}
