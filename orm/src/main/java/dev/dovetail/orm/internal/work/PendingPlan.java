package dev.dovetail.orm.internal.work;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.hibernate.engine.spi.CascadeStyle;
import org.hibernate.metamodel.spi.MappingMetamodelImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.CollectionType;
import org.hibernate.type.ComponentType;
import org.hibernate.type.EntityType;
import org.hibernate.type.Type;

/**
 * Where in entities of each kind a change can be that writes one of some tables. Made once for a set of tables, so that
 * a statement looks at nothing else. Immutable.
 */
final class PendingPlan {

    private final Map<EntityPersister, Kind> kinds;
    private final boolean isEmpty;

    private PendingPlan(Map<EntityPersister, Kind> kinds) {
        this.kinds = kinds;
        this.isEmpty = kinds.values().stream().allMatch(Kind::isEmpty);
    }

    static PendingPlan of(EntityTables tables, MappingMetamodelImplementor metamodel, Set<String> touched) {
        Map<EntityPersister, Kind> kinds = new IdentityHashMap<>();
        metamodel.forEachEntityDescriptor(persister -> kinds.put(persister, kind(tables, persister, touched)));
        return new PendingPlan(kinds);
    }

    /** Every attribute that leads to something else that a flush looks at. */
    static PendingPlan ofAll(MappingMetamodelImplementor metamodel) {
        Map<EntityPersister, Kind> kinds = new IdentityHashMap<>();
        metamodel.forEachEntityDescriptor(persister -> {
            Type[] types = persister.getPropertyTypes();
            kinds.put(
                    persister,
                    new Kind(
                            true,
                            IntStream.range(0, types.length)
                                    .filter(i -> leadsOn(types[i]))
                                    .toArray()));
        });
        return new PendingPlan(kinds);
    }

    private static boolean leadsOn(Type type) {
        if (type instanceof ComponentType component) {
            return Arrays.stream(component.getSubtypes()).anyMatch(PendingPlan::leadsOn);
        }
        return type instanceof CollectionType || type instanceof EntityType;
    }

    /** Whether no entity of any kind can be concerned. */
    boolean isEmpty() {
        return isEmpty;
    }

    Kind of(EntityPersister persister) {
        return kinds.getOrDefault(persister, Kind.NONE);
    }

    private static Kind kind(EntityTables tables, EntityPersister persister, Set<String> touched) {
        boolean own = EntityTables.isTouched(tables.of(persister), touched);
        Type[] types = persister.getPropertyTypes();
        CascadeStyle[] styles = persister.getPropertyCascadeStyles();
        List<Integer> attributes = new ArrayList<>();
        for (int i = 0; i < types.length; i++) {
            if (EntityTables.isTouched(tables.reach(types[i], styles[i]), touched)
                    || own && persister.isVersioned() && holdsCollection(types[i])) {
                attributes.add(i);
            }
        }
        return new Kind(own, attributes.stream().mapToInt(Integer::intValue).toArray());
    }

    /** A changed collection counts up its owner's version. */
    private static boolean holdsCollection(Type type) {
        if (type instanceof ComponentType component) {
            for (Type part : component.getSubtypes()) {
                if (holdsCollection(part)) {
                    return true;
                }
            }
        }
        return type instanceof CollectionType;
    }

    /** One kind of entity: whether its own tables count, and which of its attributes. */
    static final class Kind {
        private static final Kind NONE = new Kind(false, new int[0]);

        private final boolean own;
        private final int[] attributes;

        private Kind(boolean own, int[] attributes) {
            this.own = own;
            this.attributes = attributes;
        }

        boolean own() {
            return own;
        }

        int[] attributes() {
            return attributes;
        }

        boolean isEmpty() {
            return !own && attributes.length == 0;
        }
    }
}
