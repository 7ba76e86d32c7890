package dev.dovetail.repository.proxy;

import dev.dovetail.repository.proxy.GivenEntities.Shape;
import dev.dovetail.repository.spi.EntityDescription;
import dev.dovetail.repository.spi.RepositoryBackend;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The only parameter of a lifecycle method: an entity, a list or an array of them. */
record EntityArgument(EntityDescription entity, Class<?> type, Shape shape) {

    /** What the parameter of a method holds; null if it has not exactly one, or one without entities. */
    static @Nullable EntityArgument of(Method method, TypeArguments types, RepositoryBackend backend) {
        return method.getParameterCount() == 1 ? of(method.getGenericParameterTypes()[0], types, backend) : null;
    }

    /** What a type holds; null if no entities. */
    static @Nullable EntityArgument of(Type type, TypeArguments types, RepositoryBackend backend) {
        Class<?> raw = types.raw(type);
        Class<?> element = raw;
        Shape shape = Shape.ONE;
        if (raw == List.class) {
            element = types.firstArgument(type);
            shape = Shape.LIST;
        } else if (raw.isArray()) {
            element = raw.getComponentType();
            shape = Shape.ARRAY;
        }
        EntityDescription entity = element == null || element.isPrimitive() ? null : backend.describe(element);
        return entity == null || element == null ? null : new EntityArgument(entity, element, shape);
    }
}
