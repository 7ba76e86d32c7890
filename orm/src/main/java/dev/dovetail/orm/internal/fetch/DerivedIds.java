package dev.dovetail.orm.internal.fetch;

import dev.dovetail.orm.internal.entity.GeneratedIds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.Status;
import org.hibernate.event.spi.EventSource;
import org.hibernate.generator.Generator;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.BasicEntityIdentifierMapping;
import org.hibernate.metamodel.mapping.ForeignKeyDescriptor.Nature;
import org.hibernate.metamodel.mapping.NonAggregatedIdentifierMapping;
import org.hibernate.metamodel.mapping.internal.ToOneAttributeMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.property.access.spi.Getter;
import org.hibernate.proxy.HibernateProxy;
import org.jspecify.annotations.Nullable;

/**
 * New entities that take their id from a reference. Hibernate inserts first what that leads to; where this cascades back, it
 * would go round until the stack is full. Used by the session's thread.
 */
final class DerivedIds {

    /** With the id that each of them had before. */
    private final Map<Object, @Nullable Object> persisting = new IdentityHashMap<>();

    private final Map<EntityPersister, List<Getter>> owners = new IdentityHashMap<>();

    /** Whether a cascade leads to what gets its id right now, or to what gets it from an entity that has none yet. */
    boolean waits(Object entity, EventSource session) {
        if (entity instanceof HibernateProxy
                || session.getPersistenceContextInternal().getEntry(entity) != null) {
            return false;
        }
        EntityPersister persister = session.getEntityPersister(null, entity);
        if (isIndependent(persister)) {
            return false;
        }
        List<Getter> references = owners.computeIfAbsent(persister, DerivedIds::referencesInId);
        return !references.isEmpty()
                && (persisting.containsKey(entity)
                        || references.stream().anyMatch(each -> isUnsaved(each.get(entity), session)));
    }

    /** Of most entities that is known without looking at their columns. */
    private static boolean isIndependent(EntityPersister persister) {
        Generator generator = persister.getGenerator();
        return persister.getIdentifierMapping() instanceof BasicEntityIdentifierMapping
                && !(generator.generatesOnInsert() && generator.allowAssignedIdentifiers());
    }

    private static boolean isUnsaved(Object owner, EventSource session) {
        EntityEntry entry =
                owner == null ? null : session.getPersistenceContextInternal().getEntry(owner);
        return entry != null && entry.getStatus() == Status.SAVING && entry.getId() == null;
    }

    private static List<Getter> referencesInId(EntityPersister persister) {
        Set<String> idColumns = new HashSet<>();
        persister
                .getIdentifierMapping()
                .forEachSelectable((index, column) -> idColumns.add(column.getSelectionExpression()));
        List<Getter> found = new ArrayList<>();
        if (persister.getIdentifierMapping() instanceof NonAggregatedIdentifierMapping id) {
            id.getVirtualIdEmbeddable().forEachAttributeMapping(attribute -> addIfInId(attribute, idColumns, found));
        }
        persister.forEachAttributeMapping(attribute -> addIfInId(attribute, idColumns, found));
        return found;
    }

    private static void addIfInId(AttributeMapping attribute, Set<String> idColumns, List<Getter> found) {
        if (attribute instanceof ToOneAttributeMapping toOne && toOne.getSideNature() == Nature.KEY) {
            Set<String> columns = new HashSet<>();
            toOne.forEachSelectable((index, column) -> columns.add(column.getSelectionExpression()));
            if (!columns.isEmpty() && idColumns.containsAll(columns)) {
                found.add(toOne.getPropertyAccess().getGetter());
            }
        }
    }

    /** What is refused has no id that was made for it, or that it took from another one, but the one that it had. */
    void persisting(EntityPersister persister, Object entity, EventSource session, Runnable work) {
        Object id = persister.getIdentifier(entity, session);
        boolean first = !persisting.containsKey(entity);
        persisting.putIfAbsent(entity, id);
        try {
            work.run();
        } catch (RuntimeException failure) {
            GeneratedIds.restore(persister, entity, id, session);
            throw failure;
        } finally {
            if (first) {
                persisting.remove(entity);
            }
        }
    }

    /** The id that an entity that is persisted right now had before; null if none was set. */
    @Nullable
    Object before(Object entity) {
        return persisting.get(entity);
    }
}
