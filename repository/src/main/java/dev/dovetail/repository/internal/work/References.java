package dev.dovetail.repository.internal.work;

import dev.dovetail.repository.TransientReferenceException;
import dev.dovetail.repository.internal.mapping.EntityMapping;
import dev.dovetail.repository.internal.mapping.Mappings;
import dev.dovetail.repository.internal.store.StoreTransaction;
import org.jspecify.annotations.Nullable;

/** Finds out what an object given by the application is: managed, detached, deleted or new. */
final class References {

    private final Mappings mappings;
    private final StoreTransaction transaction;
    private final PersistenceContext context;

    References(Mappings mappings, StoreTransaction transaction, PersistenceContext context) {
        this.mappings = mappings;
        this.transaction = transaction;
        this.context = context;
    }

    /** The mapping of an entity class. */
    EntityMapping mapping(Class<?> type) {
        return mappings.get(type);
    }

    /** The mapping of an entity or of a proxy. */
    EntityMapping mapping(Object entity) {
        if (entity instanceof LazyReference proxy) {
            return proxy.dovetailTarget().mapping();
        }
        for (Class<?> type = entity.getClass(); type != null; type = type.getSuperclass()) {
            EntityMapping mapping = mappings.find(type);
            if (mapping != null) {
                return mapping;
            }
        }
        throw new IllegalArgumentException(entity.getClass().getName() + " is not an entity of this persistence");
    }

    /** The key of the row of an entity or of a proxy, without loading it; null if it has no id yet. */
    @Nullable
    Object id(Object entity) {
        return entity instanceof LazyReference proxy
                ? proxy.dovetailTarget().id()
                : mapping(entity).id().keyOf(entity, this::id);
    }

    /** The id of an entity in a condition. */
    Object idInCondition(Object entity) {
        Object id = id(entity);
        if (id == null) {
            throw TransientReferenceException.told(
                    "a condition compares with a " + mapping(entity).name() + " that was never inserted", null);
        }
        return id;
    }

    /** Whether an entity that is not managed was never inserted, as far as can be told. */
    boolean isNew(Object entity) {
        if (entity instanceof LazyReference || context.isDeleted(entity)) {
            return false;
        }
        EntityMapping mapping = mapping(entity);
        Object id = mapping.id().keyOf(entity, this::id);
        if (id == null) {
            return true;
        }
        if (mapping.id().generation().isGenerated() || hasVersion(mapping, entity)) {
            return false;
        }
        // A version that is not set says that it was never inserted, whoever has its id.
        return isNewByVersion(entity) || transaction.find(mapping.table(), id) == null;
    }

    /** Whether an entity was never inserted and is not going to be. */
    boolean isUnsaved(Object entity) {
        return context.find(entity) == null && isNew(entity);
    }

    /** Whether the version says that an entity with an id of its own was never inserted. */
    boolean isNewByVersion(Object entity) {
        Object instance = PersistenceContext.unwrap(entity);
        if (instance == null || context.find(instance) != null) {
            return false;
        }
        EntityMapping mapping = mapping(instance);
        return mapping.version() != null
                && !mapping.version().accessor().type().isPrimitive()
                && !mapping.id().generation().isGenerated()
                && mapping.versionOf(instance) == null;
    }

    /** Whether it is known for sure, without looking into its table, that an entity was never inserted. */
    boolean isSurelyNew(Object entity) {
        if (entity instanceof LazyReference || context.isDeleted(entity)) {
            return false;
        }
        EntityMapping mapping = mapping(entity);
        return id(entity) == null
                || mapping.version() != null
                        && !mapping.version().accessor().type().isPrimitive()
                        && mapping.versionOf(entity) == null;
    }

    /** Whether its version was set, which tells of an entity with an id of its own that it was inserted. */
    static boolean hasVersion(EntityMapping mapping, Object entity) {
        return mapping.version() != null
                && !mapping.version().accessor().type().isPrimitive()
                && mapping.versionOf(entity) != null;
    }

    /**
     * The id that a column gets for a reference.
     *
     * @throws TransientReferenceException if the other entity is new or deleted
     */
    Object idForColumn(EntityMapping owner, String attribute, Object target) {
        ManagedEntity managed = context.find(target);
        boolean isGone = managed == null
                ? target instanceof LazyReference ? isRemoved(target) : isNew(target) || isDeletedWithoutATrace(target)
                : managed.isRemoved();
        Object id = id(target);
        if (isGone || id == null) {
            throw TransientReferenceException.of(
                    owner.name(), attribute, mapping(target).type(), null);
        }
        return id;
    }

    /** One with an id of its own is taken for new again; of another one the foreign key says that it is not there. */
    boolean isDeletedWithoutATrace(Object target) {
        EntityMapping mapping = mapping(target);
        return context.isDeleted(target) && !mapping.id().generation().isGenerated() && !hasVersion(mapping, target);
    }

    /** Whether an entity, or what a proxy stands for, is managed and to be deleted. */
    boolean isRemoved(Object target) {
        Object id = target instanceof LazyReference ? id(target) : null;
        ManagedEntity managed = id == null ? context.find(target) : context.find(new EntityKey(mapping(target), id));
        return managed != null && managed.isRemoved();
    }
}
