package dev.dovetail.repository.proxy;

import dev.dovetail.repository.spi.Condition;
import dev.dovetail.repository.spi.Restriction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The condition of a query.
 *
 * @param condition null for all rows
 * @param now whether the query asks for the date or time
 */
record QueryFilter(@Nullable Condition condition, boolean now) implements Filter {

    @Override
    public List<Restriction> restrictions(Calls calls, @Nullable Object[] arguments) {
        return condition == null
                ? List.of()
                : List.of(new Restriction.Matching(condition, QueryArguments.of(calls, arguments, now)));
    }
}
