package dev.dovetail.orm.internal.work;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.spi.MappingMetamodelImplementor;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.EntityType;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/** Which tables the database changes by itself when entities are deleted: those of {@code @OnDelete}. Immutable. */
final class MappedActions {

    private final EntityTables tables;
    private final MappingMetamodelImplementor metamodel;
    private final Map<String, Set<String>> children = new HashMap<>();

    MappedActions(SessionFactoryImplementor factory, EntityTables tables) {
        this.tables = tables;
        this.metamodel = factory.getMappingMetamodel();
        metamodel.forEachEntityDescriptor(this::add);
        metamodel.forEachCollectionDescriptor(this::add);
    }

    private void add(EntityPersister persister) {
        Type[] types = persister.getPropertyTypes();
        OnDeleteAction[] actions = persister.getPropertyOnDeleteActions();
        for (int i = 0; i < types.length; i++) {
            if (types[i] instanceof EntityType reference && acts(actions[i])) {
                add(
                        tables.of(metamodel.getEntityDescriptor(reference.getAssociatedEntityName())),
                        tables.of(persister));
            }
        }
    }

    private void add(CollectionPersister persister) {
        if (persister.isCascadeDeleteEnabled()) {
            add(tables.of(persister.getOwnerEntityPersister()), tables.of(persister));
        }
    }

    private void add(Set<String> parents, Set<String> reached) {
        parents.forEach(parent ->
                children.computeIfAbsent(parent, unused -> new HashSet<>()).addAll(reached));
    }

    private static boolean acts(@Nullable OnDeleteAction action) {
        return action != null && action != OnDeleteAction.NO_ACTION && action != OnDeleteAction.RESTRICT;
    }

    /** The tables that are reached when entities of some classes are deleted. */
    Set<String> reachedFrom(Set<Class<?>> deleted) {
        if (children.isEmpty()) {
            return Set.of();
        }
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>();
        deleted.forEach(type -> open.addAll(tables.of(metamodel.getEntityDescriptor(type))));
        for (String table = open.poll(); table != null; table = open.poll()) {
            for (String child : children.getOrDefault(table, Set.of())) {
                if (reached.add(child)) {
                    open.add(child);
                }
            }
        }
        return reached;
    }
}
