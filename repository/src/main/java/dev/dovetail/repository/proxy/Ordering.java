package dev.dovetail.repository.proxy;

import dev.dovetail.repository.spi.SortKey;
import jakarta.data.Order;
import jakarta.data.Sort;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By what a find method sorts: first its own criteria, then those of its arguments, in their order.
 *
 * @param fixed the criteria of its annotations
 * @param arguments the positions of parameters that are a {@code Sort}, an array of them, or an {@code Order}
 */
record Ordering(AttributePaths paths, List<SortKey> fixed, List<Integer> arguments) {

    Ordering {
        fixed = List.copyOf(fixed);
        arguments = List.copyOf(arguments);
    }

    List<SortKey> keys(Calls calls, @Nullable Object[] given) {
        if (arguments.isEmpty()) {
            return fixed;
        }
        List<SortKey> keys = new ArrayList<>(fixed);
        for (int position : arguments) {
            Object argument = given[position];
            if (argument instanceof Sort<?> sort) {
                add(keys, sort);
            } else if (argument instanceof Order<?> order) {
                order.sorts().forEach(sort -> add(keys, sort));
            } else if (argument instanceof Object[] sorts) {
                for (Object sort : sorts) {
                    add(keys, (Sort<?>) notNull(calls, sort));
                }
            } else {
                notNull(calls, argument);
            }
        }
        return keys;
    }

    private void add(List<SortKey> keys, Sort<?> sort) {
        keys.addAll(paths.sortKeys(sort.property(), sort.isAscending(), sort.ignoreCase()));
    }

    private static Object notNull(Calls calls, @Nullable Object argument) {
        if (argument == null) {
            throw calls.nullArgument("a sort or order");
        }
        return argument;
    }
}
