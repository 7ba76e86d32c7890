package dev.dovetail.repository.proxy;

import dev.dovetail.repository.spi.Assignment;
import dev.dovetail.repository.spi.Restriction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes all rows that meet a condition. */
record UpdatePlan(Calls calls, List<Assignment> assignments, QueryFilter filter, Numbers result) implements MethodPlan {

    @Override
    public @Nullable Object execute(Object repository, @Nullable Object[] given) {
        List<@Nullable Object> arguments = QueryArguments.of(calls, given, filter.now());
        List<Restriction> restrictions = filter.restrictions(calls, given);
        long updated = calls.write(() -> calls.operations().updateWhere(assignments, arguments, restrictions));
        return result.of(updated);
    }
}
