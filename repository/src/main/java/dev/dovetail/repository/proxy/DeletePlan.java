package dev.dovetail.repository.proxy;

import dev.dovetail.repository.spi.Restriction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Deletes the entities that match. */
record DeletePlan(Calls calls, Filter filter, Numbers result) implements MethodPlan {

    @Override
    public @Nullable Object execute(Object repository, @Nullable Object[] arguments) {
        List<Restriction> restrictions = filter.restrictions(calls, arguments);
        long deleted = calls.write(() -> calls.operations().deleteWhere(restrictions));
        return result.of(deleted);
    }
}
