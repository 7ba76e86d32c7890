package dev.dovetail.repository.proxy;

import dev.dovetail.repository.spi.EntityDescription;
import dev.dovetail.repository.spi.RepositoryBackend;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** What the readers of methods share while one interface is read. */
record MethodContext(
        Class<?> repository,
        RepositoryBackend backend,
        TypeArguments types,
        Faults faults,
        @Nullable EntityDescription primaryEntity) {

    Calls calls(EntityDescription entity, Method method) {
        return new Calls(backend, entity, repository.getSimpleName() + "." + Faults.signature(method));
    }

    @Nullable
    EntityDescription entity(@Nullable Class<?> type) {
        return type == null || type.isPrimitive() ? null : backend.describe(type);
    }

    /** The entity whose attributes results are: the result itself, or else the primary one; null after a fault. */
    @Nullable
    EntityDescription resultEntity(Method method, Class<?> element) {
        EntityDescription entity = entity(element);
        if (entity == null && element.isRecord()) {
            entity = primaryEntity;
        }
        if (entity == null) {
            faults.add(
                    method,
                    element.getSimpleName() + " is no entity of this persistence",
                    "return entities that were named where the persistence is opened, or records of their attributes in"
                            + " a repository that extends DataRepository<Entity, Id>");
        }
        return entity;
    }

    AttributePaths paths(EntityDescription entity) {
        return new AttributePaths(backend, entity);
    }
}
