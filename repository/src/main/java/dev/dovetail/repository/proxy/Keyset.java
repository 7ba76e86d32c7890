package dev.dovetail.repository.proxy;

import dev.dovetail.repository.spi.Condition;
import dev.dovetail.repository.spi.Condition.Comparator;
import dev.dovetail.repository.spi.Expression;
import dev.dovetail.repository.spi.Operation;
import dev.dovetail.repository.spi.Restriction;
import dev.dovetail.repository.spi.SortKey;
import jakarta.data.page.PageRequest.Cursor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows behind one with some values, in an order. */
final class Keyset {

    private Keyset() {}

    static List<SortKey> reversed(List<SortKey> order) {
        return order.stream()
                .map(key -> new SortKey(key.path(), !key.ascending(), key.ignoreCase()))
                .toList();
    }

    /**
     * The rows that come later.
     *
     * @throws IllegalArgumentException if the cursor does not fit the order
     */
    static Restriction behind(Calls calls, List<SortKey> order, Cursor cursor) {
        if (cursor.size() != order.size()) {
            throw new IllegalArgumentException(calls.caller() + " is sorted by " + order.size()
                    + " attributes, but the cursor of the page request has " + cursor.size() + " values");
        }
        List<@Nullable Object> values = new ArrayList<>();
        List<Condition> alternatives = new ArrayList<>();
        List<Condition> same = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            SortKey key = order.get(i);
            Object value = cursor.get(i);
            requireFitting(calls, key, i, value);
            values.add(value);
            List<Condition> all = new ArrayList<>(same);
            all.add(behind(key, i, value == null));
            alternatives.add(new Condition.All(all));
            same.add(at(key, i, value == null));
        }
        return new Restriction.Matching(new Condition.Any(alternatives), values);
    }

    private static void requireFitting(Calls calls, SortKey key, int position, @Nullable Object value) {
        Class<?> type = ParameterTypes.box(key.path().last().type());
        boolean areNumbers = value instanceof Number && Number.class.isAssignableFrom(type);
        if (value != null && !type.isInstance(value) && !areNumbers) {
            throw new IllegalArgumentException(calls.caller() + ": value " + (position + 1)
                    + " of the page request's cursor is a " + value.getClass().getSimpleName() + ", but "
                    + key.path().name() + " is a " + type.getSimpleName());
        }
    }

    /** Null is greater than everything. */
    private static Condition behind(SortKey key, int index, boolean isNull) {
        Expression attribute = attribute(key);
        if (isNull) {
            return key.ascending() ? new Condition.Any(List.of()) : new Condition.IsNull(attribute, true);
        }
        Condition beyond = new Condition.Comparison(
                attribute, key.ascending() ? Comparator.GREATER : Comparator.LESS, value(key, index));
        boolean canBeNull = key.path().steps().size() > 1 || key.path().last().optional();
        return key.ascending() && canBeNull
                ? new Condition.Any(List.of(beyond, new Condition.IsNull(attribute, false)))
                : beyond;
    }

    private static Condition at(SortKey key, int index, boolean isNull) {
        Expression attribute = attribute(key);
        return isNull
                ? new Condition.IsNull(attribute, false)
                : new Condition.Comparison(attribute, Comparator.EQUAL, value(key, index));
    }

    private static Expression attribute(SortKey key) {
        return lower(key, new Expression.Attribute(key.path()));
    }

    private static Expression value(SortKey key, int index) {
        return lower(key, new Expression.Argument(index, key.path().last().type()));
    }

    private static Expression lower(SortKey key, Expression text) {
        return key.ignoreCase() ? new Expression.Call(Operation.LOWER, List.of(text), String.class) : text;
    }
}
