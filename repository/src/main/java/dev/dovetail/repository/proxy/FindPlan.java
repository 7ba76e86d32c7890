package dev.dovetail.repository.proxy;

import dev.dovetail.repository.spi.AssociationLoad;
import dev.dovetail.repository.spi.FindQuery;
import dev.dovetail.repository.spi.Restriction;
import dev.dovetail.repository.spi.SortKey;
import dev.dovetail.repository.spi.Window;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds entities by conditions, sorted, a part of them, with the associations asked for. */
record FindPlan(
        Calls calls,
        Conditions conditions,
        Ordering ordering,
        Paging paging,
        List<AssociationLoad> load,
        ResultShape shape)
        implements MethodPlan {

    /** More than one is all there is to know where one is asked for. */
    private static final Window AT_MOST_TWO = new Window(0, 2);

    @Override
    public @Nullable Object execute(Object repository, @Nullable Object[] arguments) {
        List<Restriction> restrictions = conditions.restrictions(calls, arguments);
        List<SortKey> order = ordering.keys(calls, arguments);
        if (shape.single()) {
            FindQuery query = new FindQuery(restrictions, order, AT_MOST_TWO, load);
            return Results.single(
                    calls, shape, calls.read(() -> calls.operations().find(query)));
        }
        if (shape == ResultShape.PAGE) {
            return Pages.read(calls, paging.request(calls, arguments), new FindQuery(restrictions, order, null, load));
        }
        FindQuery query = new FindQuery(restrictions, order, paging.window(calls, arguments), load);
        return Results.many(calls, shape, calls.read(() -> calls.operations().find(query)));
    }
}
