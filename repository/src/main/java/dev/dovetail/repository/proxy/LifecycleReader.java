package dev.dovetail.repository.proxy;

import dev.dovetail.repository.proxy.LifecyclePlan.Operation;
import jakarta.data.repository.Insert;
import jakarta.data.repository.Update;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Reads methods that write the entities given to them. */
final class LifecycleReader {

    private final MethodContext context;
    private final Method method;

    LifecycleReader(MethodContext context, Method method) {
        this.context = context;
        this.method = method;
    }

    @Nullable
    MethodPlan read(Class<? extends Annotation> annotation) {
        Operation operation = annotation == Insert.class
                ? Operation.INSERT
                : annotation == Update.class ? Operation.UPDATE : Operation.SAVE;
        EntityArgument argument = EntityArgument.of(method, context.types(), context.backend());
        if (argument == null) {
            context.faults()
                    .add(
                            method,
                            "@" + annotation.getSimpleName() + " takes exactly one parameter: an entity of this"
                                    + " persistence, a List or an array of them",
                            "change its parameters");
            return null;
        }
        if (method.getReturnType() == void.class) {
            return new LifecyclePlan(context.calls(argument.entity(), method), operation, argument.shape(), false);
        }
        EntityArgument result = EntityArgument.of(method.getGenericReturnType(), context.types(), context.backend());
        if (result == null
                || result.shape() != argument.shape()
                || !result.type().isAssignableFrom(argument.type())) {
            context.faults().add(method, "it must return what it takes, or nothing", "change its return type");
            return null;
        }
        return new LifecyclePlan(context.calls(argument.entity(), method), operation, argument.shape(), true);
    }
}
