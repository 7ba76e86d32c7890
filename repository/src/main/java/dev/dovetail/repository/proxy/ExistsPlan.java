package dev.dovetail.repository.proxy;

import dev.dovetail.repository.spi.Restriction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells whether any entity matches. */
record ExistsPlan(Calls calls, Filter filter) implements MethodPlan {

    @Override
    public Object execute(Object repository, @Nullable Object[] arguments) {
        List<Restriction> restrictions = filter.restrictions(calls, arguments);
        return calls.read(() -> calls.operations().exists(restrictions));
    }
}
