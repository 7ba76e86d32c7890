package dev.dovetail.repository.proxy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Sends each call to the plan of its method. */
final class RepositoryHandler implements InvocationHandler {

    private static final Object[] NO_ARGUMENTS = {};

    private final RepositoryModel model;

    RepositoryHandler(RepositoryModel model) {
        this.model = model;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        @Nullable Object[] given = arguments == null ? NO_ARGUMENTS : arguments;
        MethodPlan plan = model.plans().get(method);
        return plan == null ? objectMethod(proxy, method, given) : plan.execute(proxy, given);
    }

    private Object objectMethod(Object proxy, Method method, @Nullable Object[] arguments) {
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> model.type().getName() + " (Dovetail repository)";
        };
    }
}
