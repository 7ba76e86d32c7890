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

    /** A method with an annotation. */
    @Nullable
    MethodPlan read(Class<? extends Annotation> annotation) {
        Operation operation = annotation == Insert.class
                ? Operation.INSERT
                : annotation == Update.class ? Operation.UPDATE : Operation.SAVE;
        return read(operation, "@" + annotation.getSimpleName());
    }

    /** A method that does something with the entities that it is given; null after a fault. */
    @Nullable
    MethodPlan read(Operation operation, String name) {
        EntityArgument argument = EntityArgument.of(method, context.types(), context.backend());
        if (argument == null) {
            context.faults()
                    .add(
                            method,
                            name + " takes exactly one parameter: an entity of this persistence, a List or an array of"
                                    + " them",
                            "change its parameters");
            return null;
        }
        Calls calls = context.calls(argument.entity(), method);
        if (method.getReturnType() == void.class) {
            return new LifecyclePlan(calls, operation, new GivenEntities(calls, argument.shape()), false);
        }
        EntityArgument result = EntityArgument.of(method.getGenericReturnType(), context.types(), context.backend());
        boolean fits = result != null
                && result.shape() == argument.shape()
                && result.type().isAssignableFrom(argument.type());
        if (!operation.returns() || !fits) {
            context.faults()
                    .add(
                            method,
                            operation.returns()
                                    ? "it must return what it takes, or nothing"
                                    : name + " returns nothing",
                            operation.returns() ? "change its return type" : "make it void");
            return null;
        }
        return new LifecyclePlan(calls, operation, new GivenEntities(calls, argument.shape()), true);
    }
}
