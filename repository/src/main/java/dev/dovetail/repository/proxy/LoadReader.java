package dev.dovetail.repository.proxy;

import dev.dovetail.repository.Load;
import dev.dovetail.repository.spi.AttributeDescription;
import dev.dovetail.repository.spi.AttributeDescription.Kind;
import dev.dovetail.repository.spi.AttributePath;
import dev.dovetail.repository.spi.EntityDescription;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    List<AttributePath> read(@Nullable Load annotation) {
        List<AttributePath> paths = new ArrayList<>();
        if (annotation == null) {
            return paths;
        }
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
            } else {
                paths.add(path);
            }
        }
        return paths;
    }

    private static boolean isAssociation(AttributeDescription attribute) {
        return attribute.kind() == Kind.TO_ONE || attribute.kind() == Kind.TO_MANY || attribute.kind() == Kind.ELEMENTS;
    }
}
