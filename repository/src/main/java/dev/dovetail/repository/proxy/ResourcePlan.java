package dev.dovetail.repository.proxy;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Hands out a resource of the current transaction. */
record ResourcePlan(Supplier<?> resource) implements MethodPlan {

    @Override
    public Object execute(Object repository, @Nullable Object[] arguments) {
        return resource.get();
    }
}
