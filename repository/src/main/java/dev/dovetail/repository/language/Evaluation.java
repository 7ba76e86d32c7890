package dev.dovetail.repository.language;

import dev.dovetail.repository.spi.AttributePath;
import dev.dovetail.repository.spi.Condition;
import dev.dovetail.repository.spi.Condition.Comparator;
import dev.dovetail.repository.spi.Expression;
import dev.dovetail.repository.spi.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What expressions and conditions mean for rows in memory, with the arguments of one query.
 *
 * @param <R> the rows
 */
public final class Evaluation<R> {

    /**
     * How rows are read.
     *
     * @param <R> the rows
     */
    public interface Rows<R> {

        /** Reads an attribute; of another entity, its id. */
        Function<R, @Nullable Object> attribute(AttributePath path);

        /**
         * Compares two values in the order of an attribute.
         *
         * @param path the attribute; null if none of them comes from one
         */
        int compare(@Nullable AttributePath path, Object a, Object b);
    }

    private final Rows<R> rows;
    private final List<@Nullable Object> arguments;

    private Evaluation(Rows<R> rows, List<@Nullable Object> arguments) {
        this.rows = rows;
        this.arguments = arguments;
    }

    /** For rows that are read in some way; entities among the arguments stand as their ids. */
    public static <R> Evaluation<R> of(Rows<R> rows, List<@Nullable Object> arguments) {
        return new Evaluation<>(rows, arguments);
    }

    /** The value of an expression that is constant. */
    public static @Nullable Object constant(Expression expression, List<@Nullable Object> arguments) {
        return new Evaluation<>(NoRows.INSTANCE, arguments).value(expression).apply("no row");
    }

    /** Whether a condition is met that compares constants only. */
    public static boolean holds(Condition condition, List<@Nullable Object> arguments) {
        return new Evaluation<>(NoRows.INSTANCE, arguments).condition(condition).test("no row");
    }

    /** Computes the expression for a row. */
    public Function<R, @Nullable Object> value(Expression expression) {
        if (expression instanceof Expression.Attribute attribute) {
            return rows.attribute(attribute.path());
        }
        if (expression instanceof Expression.Literal literal) {
            return row -> literal.value();
        }
        if (expression instanceof Expression.Argument argument) {
            Object value = arguments.get(argument.index());
            return row -> value;
        }
        Expression.Call call = (Expression.Call) expression;
        List<Function<R, @Nullable Object>> operands = new ArrayList<>();
        call.operands().forEach(operand -> operands.add(value(operand)));
        Function<R, @Nullable Object> computed = row -> {
            @Nullable Object[] values = new @Nullable Object[operands.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = operands.get(i).apply(row);
                if (values[i] == null) {
                    return null;
                }
            }
            return compute(call.operation(), values);
        };
        return computed;
    }

    /** Whether a row meets the condition. */
    public Predicate<R> condition(Condition condition) {
        if (condition instanceof Condition.All all) {
            List<Predicate<R>> each =
                    all.conditions().stream().map(this::condition).toList();
            return row -> each.stream().allMatch(one -> one.test(row));
        }
        if (condition instanceof Condition.Any any) {
            List<Predicate<R>> each =
                    any.conditions().stream().map(this::condition).toList();
            return row -> each.stream().anyMatch(one -> one.test(row));
        }
        if (condition instanceof Condition.Comparison comparison) {
            return comparison(comparison.left(), comparison.comparator(), comparison.right());
        }
        if (condition instanceof Condition.IsNull isNull) {
            Function<R, @Nullable Object> operand = value(isNull.operand());
            return row -> operand.apply(row) == null != isNull.negated();
        }
        if (condition instanceof Condition.Like like) {
            return like(like);
        }
        if (condition instanceof Condition.In in) {
            List<@Nullable Object> items = new ArrayList<>();
            in.items().forEach(item -> items.add(constant(item, arguments)));
            return in(in.operand(), items, in.negated());
        }
        Condition.InArgument in = (Condition.InArgument) condition;
        return in(in.operand(), elements(arguments.get(in.collection().index())), in.negated());
    }

    /**
     * What a collection or array holds.
     *
     * @throws NullPointerException if it is null or holds null
     */
    public static List<Object> elements(@Nullable Object collection) {
        List<Object> elements = new ArrayList<>();
        Iterable<?> given = Objects.requireNonNull(collection, "the values to look for must not be null")
                        instanceof Collection<?> many
                ? many
                : Arrays.asList((Object[]) collection);
        for (Object element : given) {
            elements.add(Objects.requireNonNull(element, "none of the values to look for may be null"));
        }
        return elements;
    }

    private Predicate<R> comparison(Expression left, Comparator comparator, Expression right) {
        Function<R, @Nullable Object> a = value(left);
        Function<R, @Nullable Object> b = value(right);
        AttributePath path = left instanceof Expression.Attribute attribute
                ? attribute.path()
                : right instanceof Expression.Attribute attribute ? attribute.path() : null;
        return row -> {
            Object x = a.apply(row);
            Object y = x == null ? null : b.apply(row);
            return x != null && y != null && compares(comparator, path, x, y);
        };
    }

    private boolean compares(Comparator comparator, @Nullable AttributePath path, Object x, Object y) {
        if (comparator.isEquality()) {
            return same(x, y) == (comparator == Comparator.EQUAL);
        }
        return comparator.accepts(
                x instanceof Number a && y instanceof Number b
                        ? Arithmetic.compare(a, b)
                        : rows.compare(path, text(x), text(y)));
    }

    private static boolean same(Object x, Object y) {
        if (x instanceof Number a && y instanceof Number b) {
            return Arithmetic.compare(a, b) == 0;
        }
        return Objects.deepEquals(text(x), text(y));
    }

    /** A character is a text like others. */
    private static Object text(Object value) {
        return value instanceof Character ? value.toString() : value;
    }

    private Predicate<R> like(Condition.Like like) {
        Object given = constant(like.pattern(), arguments);
        if (given == null) {
            return row -> false;
        }
        Function<R, @Nullable Object> text = value(like.text());
        LikePattern pattern = LikePattern.of(given.toString(), like.escape());
        return row -> {
            Object value = text.apply(row);
            return value != null && pattern.matches(value.toString()) != like.negated();
        };
    }

    /** As in SQL, nothing is known not to be among others of which one is null. */
    private Predicate<R> in(Expression operand, List<? extends @Nullable Object> items, boolean negated) {
        Function<R, @Nullable Object> value = value(operand);
        return row -> {
            Object found = value.apply(row);
            if (found == null) {
                return false;
            }
            boolean isAmong = items.stream().anyMatch(item -> item != null && same(found, item));
            return negated ? !isAmong && !items.contains(null) : isAmong;
        };
    }

    private static @Nullable Object compute(Operation operation, @Nullable Object[] values) {
        Object first = Objects.requireNonNull(values[0]);
        return switch (operation) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE ->
                Arithmetic.compute(operation, (Number) first, (Number) Objects.requireNonNull(values[1]));
            case NEGATE -> Arithmetic.negate((Number) first);
            case ABS -> Arithmetic.abs((Number) first);
            case LENGTH -> first.toString().codePointCount(0, first.toString().length());
            case LOWER -> first.toString().toLowerCase(Locale.ROOT);
            case UPPER -> first.toString().toUpperCase(Locale.ROOT);
            case LEFT -> part(first.toString(), (Number) Objects.requireNonNull(values[1]), false);
            case RIGHT -> part(first.toString(), (Number) Objects.requireNonNull(values[1]), true);
            case CONCAT -> first.toString() + values[1];
        };
    }

    private static String part(String text, Number count, boolean fromEnd) {
        int length = text.codePointCount(0, text.length());
        int taken = (int) Math.max(0, Math.min(length, count.longValue()));
        int split = text.offsetByCodePoints(0, fromEnd ? length - taken : taken);
        return fromEnd ? text.substring(split) : text.substring(0, split);
    }

    /** For what reads no row. */
    private enum NoRows implements Rows<Object> {
        INSTANCE;

        @Override
        public Function<Object, @Nullable Object> attribute(AttributePath path) {
            throw new IllegalArgumentException(path.name() + " is an attribute, which has no value without a row");
        }

        @Override
        public int compare(@Nullable AttributePath path, Object a, Object b) {
            @SuppressWarnings("unchecked") // what is compared has one type
            Comparable<Object> comparable = (Comparable<Object>) a;
            return comparable.compareTo(b);
        }
    }
}
