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

    AttributePaths paths(EntityDescription entity) {
        return new AttributePaths(backend, entity);
    }
}
