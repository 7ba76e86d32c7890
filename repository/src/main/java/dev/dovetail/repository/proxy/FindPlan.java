package dev.dovetail.repository.proxy;

import dev.dovetail.repository.LockMode;
import dev.dovetail.repository.spi.AssociationLoad;
import dev.dovetail.repository.spi.FindQuery;
import dev.dovetail.repository.spi.Restriction;
import dev.dovetail.repository.spi.SortKey;
import dev.dovetail.repository.spi.Window;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds by conditions. */
record FindPlan(
        Calls calls,
        Filter filter,
        Ordering ordering,
        Paging paging,
        List<AssociationLoad> load,
        ResultType result,
        Selected selected,
        @Nullable LockMode lock)
        implements MethodPlan {

    /** More than one is all there is to know where one is asked for. */
    private static final Window AT_MOST_TWO = new Window(0, 2);

    @Override
    public @Nullable Object execute(Object repository, @Nullable Object[] arguments) {
        List<Restriction> restrictions = filter.restrictions(calls, arguments);
        List<SortKey> order = ordering.keys(calls, arguments);
        boolean isPage = result.shape().isPage();
        FindQuery query = new FindQuery(restrictions, order, isPage ? null : window(arguments), load, lock);
        if (lock != null) {
            calls.requireTransaction();
            RowsOfOthers.refuse(calls, query);
        }
        if (result.shape() == ResultShape.CURSORED_PAGE) {
            return CursoredPages.read(calls, paging.request(calls, arguments), query);
        }
        if (isPage) {
            return Pages.read(calls, paging.offsetRequest(calls, arguments), query, this::rows);
        }
        List<?> found = calls.read(() -> rows(query));
        return result.shape().single() ? Results.single(calls, result, found) : Results.many(calls, result, found);
    }

    private @Nullable Window window(@Nullable Object[] arguments) {
        Window window = paging.window(calls, arguments);
        return window == null && result.shape().single() ? AT_MOST_TWO : window;
    }

    private List<?> rows(FindQuery query) {
        return selected.isEntity()
                ? calls.operations().find(query)
                : selected.results(calls, calls.operations().select(selected.expressions(), query));
    }
}
