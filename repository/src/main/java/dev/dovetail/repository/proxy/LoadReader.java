package dev.dovetail.repository.proxy;

import dev.dovetail.repository.Load;
import dev.dovetail.repository.LoadStrategy;
import dev.dovetail.repository.spi.AssociationLoad;
import dev.dovetail.repository.spi.AttributeDescription;
import dev.dovetail.repository.spi.AttributeDescription.Kind;
import dev.dovetail.repository.spi.AttributePath;
import dev.dovetail.repository.spi.EntityDescription;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/** Reads the paths of {@link Load}. */
final class LoadReader {

    private final MethodContext context;
    private final Method method;
    private final EntityDescription entity;

    LoadReader(MethodContext context, Method method, EntityDescription entity) {
        this.context = context;
        this.method = method;
        this.entity = entity;
    }

    List<AssociationLoad> read() {
        List<AssociationLoad> loads = new ArrayList<>();
        for (Load annotation : method.getAnnotationsByType(Load.class)) {
            read(annotation, loads);
        }
        return loads;
    }

    private void read(Load annotation, List<AssociationLoad> loads) {
        if (annotation.value().length == 0) {
            context.faults().add(method, "@Load names nothing", "name an association, or remove it");
        }
        for (String name : annotation.value()) {
            AttributePath path = context.paths(entity).find(name);
            if (path == null) {
                context.faults()
                        .add(
                                method,
                                "@Load(\"" + name + "\"): " + entity.name() + " has no such path",
                                context.paths(entity).suggestion(name));
            } else if (!isAssociation(path.last())) {
                context.faults()
                        .add(
                                method,
                                "@Load(\"" + name + "\"): this is no association",
                                "remove it: values are always loaded");
            } else if (annotation.strategy() == LoadStrategy.JOINED
                    && path.steps().stream().anyMatch(LoadReader::isCollection)) {
                context.faults()
                        .add(
                                method,
                                "@Load(\"" + name
                                        + "\") is JOINED and leads through a collection, which would repeat its"
                                        + " owner for each element",
                                "use SELECTIN, the default");
            } else {
                loads.add(new AssociationLoad(path, annotation.strategy()));
            }
        }
    }

    private static boolean isCollection(AttributeDescription attribute) {
        return attribute.kind() == Kind.TO_MANY || attribute.kind() == Kind.ELEMENTS;
    }

    private static boolean isAssociation(AttributeDescription attribute) {
        return attribute.kind() == Kind.TO_ONE || attribute.kind() == Kind.TO_MANY || attribute.kind() == Kind.ELEMENTS;
    }
}
