package dev.dovetail.orm.internal.work;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.engine.spi.CascadeStyle;
import org.hibernate.engine.spi.CascadingActions;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.spi.MappingMetamodelImplementor;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.CollectionType;
import org.hibernate.type.ComponentType;
import org.hibernate.type.EntityType;
import org.hibernate.type.OneToOneType;
import org.hibernate.type.Type;

/** Which tables entities and collections live in, and which a change of them may reach. Thread-safe. */
final class EntityTables {

    /** An application has few statements that differ in their tables; one that makes up tables must not fill the memory. */
    private static final int MOST_PLANS = 1000;

    private final MappingMetamodelImplementor metamodel;
    private final Map<String, Set<String>> ofEntities = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> ofReads = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> ofCollections = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> reach = new ConcurrentHashMap<>();
    private final Map<Set<String>, PendingPlan> plans = new ConcurrentHashMap<>();
    private final Set<String> mapped = new HashSet<>();
    private final PendingPlan planOfAll;

    EntityTables(SessionFactoryImplementor factory) {
        this.metamodel = factory.getMappingMetamodel();
        metamodel.forEachEntityDescriptor(persister -> mapped.addAll(of(persister)));
        metamodel.forEachCollectionDescriptor(persister -> mapped.addAll(of(persister)));
        this.planOfAll = PendingPlan.ofAll(metamodel);
    }

    /** The tables of an entity itself. */
    Set<String> of(EntityPersister persister) {
        return ofEntities.computeIfAbsent(
                persister.getEntityName(), name -> normalized((Object[]) persister.getQuerySpaces()));
    }

    /** The tables that an entity is read from: its own, and those of what is always loaded with it. */
    Set<String> readFor(EntityPersister persister) {
        return ofReads.computeIfAbsent(persister.getEntityName(), name -> {
            Set<String> read = new HashSet<>(of(persister));
            for (Type type : persister.getPropertyTypes()) {
                if (type instanceof OneToOneType inverse && inverse.isNullable()) {
                    read.addAll(of(entity(inverse)));
                }
            }
            return Set.copyOf(read);
        });
    }

    /** The tables that the contents of a collection come from. */
    Set<String> of(CollectionPersister persister) {
        return ofCollections.computeIfAbsent(persister.getRole(), role -> normalized(persister.getCollectionSpaces()));
    }

    /** The tables that a change of one attribute may write at a flush, and with it what it cascades to. */
    Set<String> reach(Type attribute, CascadeStyle style) {
        Set<String> reached = new HashSet<>();
        collect(attribute, style, reached, new HashSet<>());
        return reached;
    }

    /** The tables that a change of an entity may write at a flush: its own, its collections', and what it cascades to. */
    Set<String> reach(EntityPersister persister) {
        Set<String> known = reach.get(persister.getEntityName());
        if (known == null) {
            known = new HashSet<>();
            collect(persister, known, new HashSet<>());
            reach.put(persister.getEntityName(), known);
        }
        return known;
    }

    /** What can be pending in entities of each kind for some tables. */
    PendingPlan plan(Set<String> touched) {
        PendingPlan known = plans.get(touched);
        if (known == null) {
            if (plans.size() >= MOST_PLANS) {
                plans.clear();
            }
            known = PendingPlan.of(this, metamodel, touched);
            plans.put(Set.copyOf(touched), known);
        }
        return known;
    }

    /** What can be pending at all. */
    PendingPlan planOfAll() {
        return planOfAll;
    }

    /** All tables of entities and collections. */
    Set<String> mapped() {
        return mapped;
    }

    /** Whether entities are mapped to a table. */
    boolean isMapped(String table) {
        return mapped.contains(table);
    }

    /** The tables that a change of a collection writes: none if the other side writes it. */
    Set<String> written(CollectionPersister persister) {
        if (persister.isInverse() && !(persister.isOneToMany() && persister.hasIndex())) {
            return Set.of();
        }
        String table = persister.getAttributeMapping().getSeparateCollectionTable();
        return table == null ? of(persister) : Set.of(TableNames.normal(table));
    }

    CollectionPersister collection(CollectionType type) {
        return metamodel.getCollectionDescriptor(type.getRole());
    }

    static boolean isTouched(Set<String> tables, Set<String> touched) {
        for (String table : tables) {
            if (touched.contains(table)) {
                return true;
            }
        }
        return false;
    }

    static boolean cascadesChanges(CascadeStyle style) {
        return style.doCascade(CascadingActions.PERSIST_ON_FLUSH)
                || style.doCascade(CascadingActions.REMOVE)
                || style.hasOrphanDelete();
    }

    private void collect(EntityPersister persister, Set<String> tables, Set<String> seen) {
        if (!seen.add(persister.getEntityName())) {
            return;
        }
        tables.addAll(of(persister));
        collect(persister.getPropertyTypes(), persister.getPropertyCascadeStyles(), tables, seen);
        for (String subclass : persister.getEntityMetamodel().getSubclassEntityNames()) {
            collect(metamodel.getEntityDescriptor(subclass), tables, seen);
        }
    }

    private void collect(Type[] types, CascadeStyle[] styles, Set<String> tables, Set<String> seen) {
        for (int i = 0; i < types.length; i++) {
            collect(types[i], styles[i], tables, seen);
        }
    }

    private void collect(Type type, CascadeStyle style, Set<String> tables, Set<String> seen) {
        if (type instanceof CollectionType collectionType) {
            CollectionPersister collection = collection(collectionType);
            tables.addAll(written(collection));
            collect(collection.getElementType(), style, tables, seen);
        } else if (type instanceof EntityType entity && cascadesChanges(style)) {
            collect(entity(entity), tables, seen);
        } else if (type instanceof ComponentType component) {
            collect(component.getSubtypes(), styles(component), tables, seen);
        }
    }

    static CascadeStyle[] styles(ComponentType component) {
        CascadeStyle[] styles = new CascadeStyle[component.getSubtypes().length];
        for (int i = 0; i < styles.length; i++) {
            styles[i] = component.getCascadeStyle(i);
        }
        return styles;
    }

    EntityPersister entity(EntityType type) {
        return metamodel.getEntityDescriptor(type.getAssociatedEntityName());
    }

    private static Set<String> normalized(Object[] spaces) {
        Set<String> tables = new HashSet<>();
        for (Object space : spaces) {
            tables.add(TableNames.normal((String) space));
        }
        return Set.copyOf(tables);
    }
}
