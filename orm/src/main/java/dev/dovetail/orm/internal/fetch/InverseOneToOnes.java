package dev.dovetail.orm.internal.fetch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.EntityKey;
import org.hibernate.engine.spi.PersistenceContext;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.engine.spi.Status;
import org.hibernate.metamodel.spi.MappingMetamodelImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.proxy.HibernateProxy;
import org.hibernate.proxy.LazyInitializer;
import org.hibernate.type.OneToOneType;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * Loads the sides of one-to-one associations that have no foreign key. Only a look at the other table tells whether there
 * is something, so Hibernate reads it with a statement for each owner that a query returns. Here that is put off until
 * the query's rows are read, and then done for all owners together. Loading by id joins. Used by the session's thread.
 */
final class InverseOneToOnes {

    private static final int CHUNK = 500;

    private final Map<EntityKey, Postponed> postponed = new LinkedHashMap<>();

    /** Whether the entity that a unique key leads to is loaded later. */
    static boolean postpones(
            EntityPersister target, String attribute, Object key, SharedSessionContractImplementor session) {
        SessionScope scope = SessionScope.of(session);
        if (scope == null || scope.isMapperWorking()) {
            return false;
        }
        Owner owner = owner(session.getFactory().getMappingMetamodel(), target, attribute);
        if (owner == null) {
            return false;
        }
        scope.inverseOneToOnes()
                .postponed
                .put(
                        session.generateEntityKey(key, owner.persister()),
                        new Postponed(target, attribute, owner.attribute()));
        return true;
    }

    /** Loads what was put off, as far as its owners are read. */
    void load(SessionImplementor session) {
        while (!postponed.isEmpty()) {
            Map<Postponed, List<EntityEntry>> ready = takeReady(session.getPersistenceContextInternal());
            if (ready.isEmpty()) {
                return;
            }
            ready.forEach((what, owners) -> {
                for (int from = 0; from < owners.size(); from += CHUNK) {
                    load(session, what, owners.subList(from, Math.min(owners.size(), from + CHUNK)));
                }
            });
        }
    }

    private Map<Postponed, List<EntityEntry>> takeReady(PersistenceContext context) {
        Map<Postponed, List<EntityEntry>> ready = new LinkedHashMap<>();
        Iterator<Map.Entry<EntityKey, Postponed>> all = postponed.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<EntityKey, Postponed> next = all.next();
            Object entity = context.getEntity(next.getKey());
            EntityEntry entry = entity == null ? null : context.getEntry(entity);
            boolean isLoading = entity != null && (entry == null || entry.getStatus() == Status.LOADING);
            if (!isLoading) {
                all.remove();
            }
            if (!isLoading && entry != null) {
                ready.computeIfAbsent(next.getValue(), what -> new ArrayList<>())
                        .add(entry);
            }
        }
        return ready;
    }

    private static void load(SessionImplementor session, Postponed what, List<EntityEntry> owners) {
        PersistenceContext context = session.getPersistenceContextInternal();
        Map<Object, Object> found = new HashMap<>();
        for (Object target : session.createSelectionQuery(
                        "select t from " + what.target().getEntityName() + " t where id(t." + what.mappedBy()
                                + ") in (:owners)",
                        Object.class)
                .setParameterList(
                        "owners", owners.stream().map(EntityEntry::getId).toList())
                .getResultList()) {
            Object owner = what.target().getPropertyValue(target, what.mappedBy());
            LazyInitializer proxy = HibernateProxy.extractLazyInitializer(owner);
            EntityEntry entry = owner == null || proxy != null ? null : context.getEntry(owner);
            Object id = proxy != null ? proxy.getInternalIdentifier() : entry == null ? null : entry.getId();
            if (id != null) {
                found.put(id, target);
            }
        }
        for (EntityEntry entry : owners) {
            Object target = found.get(entry.getId());
            if (target != null) {
                set(entry, context.getEntity(entry.getEntityKey()), what.attribute(), target);
            }
        }
    }

    private static void set(EntityEntry entry, Object owner, String attribute, Object target) {
        EntityPersister persister = entry.getPersister();
        int position = persister.getPropertyIndex(attribute);
        persister.setValue(owner, position, target);
        Object[] loaded = entry.getLoadedState();
        if (loaded != null) {
            loaded[position] = target;
        }
    }

    /** The entity that has the attribute which another one's attribute maps. */
    private static @Nullable Owner owner(
            MappingMetamodelImplementor metamodel, EntityPersister target, String mappedBy) {
        Type type = target.getPropertyType(mappedBy);
        if (!(type instanceof org.hibernate.type.EntityType reference)) {
            return null;
        }
        EntityPersister declared = metamodel.getEntityDescriptor(reference.getAssociatedEntityName());
        for (int i = 0; i < declared.getPropertyTypes().length; i++) {
            if (declared.getPropertyTypes()[i] instanceof OneToOneType inverse
                    && mappedBy.equals(inverse.getRHSUniqueKeyPropertyName())
                    && target.getEntityName().equals(inverse.getAssociatedEntityName())) {
                return new Owner(declared, declared.getPropertyNames()[i]);
            }
        }
        return null;
    }

    /**
     * What is to be loaded.
     *
     * @param mappedBy the attribute that has the foreign key
     * @param attribute the attribute without it, which is to be set
     */
    private record Postponed(EntityPersister target, String mappedBy, String attribute) {}

    private record Owner(EntityPersister persister, String attribute) {}
}
