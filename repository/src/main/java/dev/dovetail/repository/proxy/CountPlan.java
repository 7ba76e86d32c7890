package dev.dovetail.repository.proxy;

import dev.dovetail.repository.spi.Restriction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts the entities that match. */
record CountPlan(Calls calls, Filter filter, Numbers result) implements MethodPlan {

    @Override
    public @Nullable Object execute(Object repository, @Nullable Object[] arguments) {
        List<Restriction> restrictions = filter.restrictions(calls, arguments);
        long count = calls.read(() -> calls.operations().count(restrictions));
        return result.of(count);
    }
}
