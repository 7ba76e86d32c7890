package dev.dovetail.repository.proxy;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Runs the body that the interface gives.
 *
 * @param body takes the repository and the arguments as an array
 */
record DefaultMethodPlan(MethodHandle body) implements MethodPlan {

    static DefaultMethodPlan of(Method method) throws IllegalAccessException {
        Class<?> owner = method.getDeclaringClass();
        // InvocationHandler.invokeDefault refuses interfaces that are not public.
        MethodHandle handle = MethodHandles.privateLookupIn(owner, MethodHandles.lookup())
                .unreflectSpecial(method, owner)
                .asFixedArity();
        return new DefaultMethodPlan(handle.asSpreader(Object[].class, method.getParameterCount()));
    }

    @Override
    public @Nullable Object execute(Object repository, @Nullable Object[] arguments) throws Throwable {
        return body.invoke(repository, arguments);
    }
}
