package dev.dovetail.orm.internal.load;

import dev.dovetail.core.error.Explanation;
import dev.dovetail.orm.error.OrmError;
import dev.dovetail.orm.error.WorkException;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.EmbeddableValuedModelPart;
import org.hibernate.metamodel.mapping.EntityMappingType;
import org.hibernate.metamodel.mapping.EntityValuedModelPart;
import org.hibernate.metamodel.mapping.ManagedMappingType;
import org.hibernate.metamodel.mapping.ModelPart;
import org.hibernate.metamodel.mapping.PluralAttributeMapping;
import org.jspecify.annotations.Nullable;

/** Checks paths such as {@code orders.lines} before they are used. */
final class AssociationPaths {

    private final SessionFactoryImplementor factory;

    AssociationPaths(SessionFactoryImplementor factory) {
        this.factory = factory;
    }

    /** Throws unless each step is an association, or an embedded value on the way to one. */
    void require(Class<?> root, String path) {
        parts(root, path);
    }

    boolean leadsThroughCollection(Class<?> root, String path) {
        return parts(root, path).stream().anyMatch(PluralAttributeMapping.class::isInstance);
    }

    /** The name of the entity at which the last association of a path begins. */
    String declaring(Class<?> root, String path) {
        String entity = factory.getMappingMetamodel().getEntityDescriptor(root).getEntityName();
        List<ModelPart> parts = parts(root, path);
        for (ModelPart part : parts.subList(0, parts.size() - 1)) {
            if (target(part) instanceof EntityMappingType next) {
                entity = next.getEntityName();
            }
        }
        return entity;
    }

    /** The last association of a path as an attribute of its entity, which may lead through embedded values. */
    String attribute(Class<?> root, String path) {
        StringBuilder attribute = new StringBuilder();
        List<ModelPart> parts = parts(root, path);
        for (int i = 0; i < parts.size(); i++) {
            attribute.append(attribute.isEmpty() ? "" : ".").append(parts.get(i).getPartName());
            if (i < parts.size() - 1 && target(parts.get(i)) instanceof EntityMappingType) {
                attribute.setLength(0);
            }
        }
        return attribute.toString();
    }

    private List<ModelPart> parts(Class<?> root, String path) {
        List<ModelPart> parts = new ArrayList<>();
        EntityMappingType entity = factory.getMappingMetamodel().getEntityDescriptor(root);
        ManagedMappingType at = entity;
        ModelPart part = null;
        for (String step : path.split("\\.", -1)) {
            if (at == null) {
                throw unknown(root, path, step, List.of());
            }
            part = at instanceof EntityMappingType type ? type.findSubPart(step, null) : at.findAttributeMapping(step);
            if (part == null || !isOnTheWay(part)) {
                throw unknown(root, path, step, associations(at));
            }
            parts.add(part);
            at = target(part);
        }
        if (part instanceof EmbeddableValuedModelPart) {
            throw unknown(root, path, path, at == null ? List.of() : associations(at));
        }
        return parts;
    }

    static @Nullable ManagedMappingType target(ModelPart part) {
        if (part instanceof PluralAttributeMapping collection) {
            return target(collection.getElementDescriptor());
        }
        if (part instanceof EntityValuedModelPart toOne) {
            return toOne.getEntityMappingType();
        }
        return part instanceof EmbeddableValuedModelPart embedded ? embedded.getEmbeddableTypeDescriptor() : null;
    }

    private static boolean isOnTheWay(ModelPart part) {
        return part instanceof PluralAttributeMapping
                || part instanceof EntityValuedModelPart
                || part instanceof EmbeddableValuedModelPart;
    }

    private static List<String> associations(ManagedMappingType type) {
        List<String> names = new ArrayList<>();
        type.forEachAttributeMapping(attribute -> {
            if (isOnTheWay(attribute)) {
                names.add(attribute.getAttributeName());
            }
        });
        return names;
    }

    private static WorkException unknown(Class<?> root, String path, String step, List<String> known) {
        return new WorkException(new Explanation(
                OrmError.UNKNOWN_ASSOCIATION,
                "'" + path + "' cannot be loaded with " + root.getSimpleName() + ": '" + step
                        + "' is no association there.",
                "a typing mistake, or an attribute that is always loaded",
                known.isEmpty() ? "leave it out" : "use one of " + known));
    }
}
