package dev.dovetail.orm.internal.fetch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hibernate.Hibernate;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.EntityKey;
import org.hibernate.engine.spi.PersistenceContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.engine.spi.Status;
import org.hibernate.event.spi.EventSource;
import org.hibernate.event.spi.LoadEvent;
import org.hibernate.metamodel.spi.MappingMetamodelImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.proxy.HibernateProxy;
import org.hibernate.type.EntityType;
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

    private final Map<EntityKey, Set<Postponed>> postponed = new LinkedHashMap<>();

    /** Whether the entity that a unique key leads to is loaded later. */
    static boolean postpones(
            EntityPersister target, String mappedBy, Object key, SharedSessionContractImplementor session) {
        SessionScope scope = SessionScope.of(session);
        return scope != null
                && !scope.isMapperWorking()
                && target.getPropertyType(mappedBy) instanceof EntityType owner
                && scope.inverseOneToOnes()
                        .postpone(
                                target,
                                mappedBy,
                                session.getFactory()
                                        .getMappingMetamodel()
                                        .getEntityDescriptor(owner.getAssociatedEntityName()),
                                key,
                                session);
    }

    /** Whether an entity that has the id of its owner is loaded later. */
    static boolean postpones(LoadEvent event) {
        EventSource session = event.getSession();
        SessionScope scope = SessionScope.of(session);
        if (scope == null || scope.isMapperWorking()) {
            return false;
        }
        MappingMetamodelImplementor metamodel = session.getFactory().getMappingMetamodel();
        EntityPersister target = metamodel.getEntityDescriptor(event.getEntityClassName());
        boolean postponed = false;
        for (String owner : scope.ownersSharingIds(target)) {
            postponed |= scope.inverseOneToOnes()
                    .postpone(target, null, metamodel.getEntityDescriptor(owner), event.getEntityId(), session);
        }
        return postponed;
    }

    private boolean postpone(
            EntityPersister target,
            @Nullable String mappedBy,
            EntityPersister owner,
            Object id,
            SharedSessionContractImplementor session) {
        for (int i = 0; i < owner.getPropertyTypes().length; i++) {
            if (leadsTo(owner.getPropertyTypes()[i], mappedBy, target)) {
                postponed
                        .computeIfAbsent(session.generateEntityKey(id, owner), key -> new LinkedHashSet<>())
                        .add(new Postponed(target, mappedBy, owner.getPropertyNames()[i]));
                return true;
            }
        }
        return false;
    }

    private static boolean leadsTo(Type type, @Nullable String mappedBy, EntityPersister target) {
        return type instanceof OneToOneType inverse
                && inverse.isNullable()
                && Objects.equals(mappedBy, inverse.getRHSUniqueKeyPropertyName())
                && target.getEntityName().equals(inverse.getAssociatedEntityName());
    }

    /** The entities whose ids are those of others, by the others. */
    static Map<String, Set<String>> sharingIds(SessionFactoryImplementor factory) {
        Map<String, Set<String>> owners = new HashMap<>();
        factory.getMappingMetamodel().forEachEntityDescriptor(persister -> {
            for (Type type : persister.getPropertyTypes()) {
                if (type instanceof OneToOneType inverse
                        && inverse.isNullable()
                        && inverse.getRHSUniqueKeyPropertyName() == null) {
                    owners.computeIfAbsent(inverse.getAssociatedEntityName(), target -> new HashSet<>())
                            .add(persister.getEntityName());
                }
            }
        });
        return owners;
    }

    /** Where the entities have sides without a foreign key. */
    static Map<EntityPersister, List<Integer>> positions(SessionFactoryImplementor factory) {
        Map<EntityPersister, List<Integer>> all = new IdentityHashMap<>();
        factory.getMappingMetamodel().forEachEntityDescriptor(persister -> {
            List<Integer> positions = new ArrayList<>();
            for (int i = 0; i < persister.getPropertyTypes().length; i++) {
                if (persister.getPropertyTypes()[i] instanceof OneToOneType inverse && inverse.isNullable()) {
                    positions.add(i);
                }
            }
            if (!positions.isEmpty()) {
                all.put(persister, positions);
            }
        });
        return all;
    }

    /**
     * After a flush: a side without a foreign key that leads to something new or deleted leads nowhere, as nothing was written
     * of it. Hibernate takes it for loaded, and queries that return its owner again would look for its row.
     */
    static void forgetUnsaved(Map<EntityPersister, List<Integer>> positions, EventSource session) {
        if (positions.isEmpty()) {
            return;
        }
        PersistenceContext context = session.getPersistenceContextInternal();
        for (Map.Entry<Object, EntityEntry> each : context.reentrantSafeEntityEntries()) {
            EntityEntry entry = each.getValue();
            Object[] loaded = entry.getLoadedState();
            List<Integer> inverse = loaded == null ? null : positions.get(entry.getPersister());
            if (loaded != null && inverse != null) {
                for (int i : inverse) {
                    Object target = loaded[i];
                    if (target != null && !(target instanceof HibernateProxy) && context.getEntry(target) == null) {
                        loaded[i] = null;
                    }
                }
            }
        }
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
        Iterator<Map.Entry<EntityKey, Set<Postponed>>> all =
                postponed.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<EntityKey, Set<Postponed>> next = all.next();
            Object entity = context.getEntity(next.getKey());
            EntityEntry entry = entity == null ? null : context.getEntry(entity);
            boolean isLoading = entity != null && (entry == null || entry.getStatus() == Status.LOADING);
            if (!isLoading) {
                all.remove();
            }
            if (!isLoading && entry != null) {
                next.getValue()
                        .forEach(what -> ready.computeIfAbsent(what, first -> new ArrayList<>())
                                .add(entry));
            }
        }
        return ready;
    }

    private static void load(SessionImplementor session, Postponed what, List<EntityEntry> owners) {
        PersistenceContext context = session.getPersistenceContextInternal();
        // Hibernate cannot ask for the id of a reference where that has several parts.
        String condition = what.mappedBy() == null ? "id(t) in (:owners)" : "t." + what.mappedBy() + " in (:owners)";
        List<Object> values = new ArrayList<>();
        for (EntityEntry owner : owners) {
            Object value = what.mappedBy() == null ? owner.getId() : context.getEntity(owner.getEntityKey());
            if (value != null) {
                values.add(value);
            }
        }
        Map<Object, Object> found = new HashMap<>();
        for (Object target : session.createSelectionQuery(
                        "select t from " + what.target().getEntityName() + " t where " + condition, Object.class)
                .setParameterList("owners", values)
                .getResultList()) {
            Object instance = Hibernate.unproxy(target);
            String mappedBy = what.mappedBy();
            Object owner = mappedBy == null ? instance : what.target().getPropertyValue(instance, mappedBy);
            if (owner != null) {
                found.put(session.getContextEntityIdentifier(owner), target);
            }
        }
        for (EntityEntry entry : owners) {
            Object target = found.get(entry.getId());
            Object owner = context.getEntity(entry.getEntityKey());
            if (target != null && owner != null) {
                set(entry, owner, what.attribute(), target);
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

    /**
     * What is to be loaded.
     *
     * @param mappedBy the attribute that has the foreign key; null if it has the id of its owner
     * @param attribute the attribute without it, which is to be set
     */
    private record Postponed(
            EntityPersister target, @Nullable String mappedBy, String attribute) {}
}
