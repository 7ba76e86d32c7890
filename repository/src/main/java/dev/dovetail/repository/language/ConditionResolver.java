package dev.dovetail.repository.language;

import dev.dovetail.repository.language.Syntax.Test;
import dev.dovetail.repository.language.Syntax.Value;
import dev.dovetail.repository.spi.Condition;
import dev.dovetail.repository.spi.Condition.Comparator;
import dev.dovetail.repository.spi.Expression;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out what conditions mean, and takes their negations in. What it returns as null has a fault. */
final class ConditionResolver {

    private final ValueResolver values;

    ConditionResolver(ValueResolver values) {
        this.values = values;
    }

    @Nullable
    Condition condition(Test test) {
        return condition(test, false);
    }

    private @Nullable Condition condition(Test test, boolean opposite) {
        if (test instanceof Syntax.Not not) {
            return condition(not.test(), !opposite);
        }
        if (test instanceof Syntax.Junction junction) {
            return junction(junction, opposite);
        }
        if (test instanceof Syntax.Compare compare) {
            Comparator comparator = opposite ? compare.comparator().opposite() : compare.comparator();
            return comparison(compare.left(), comparator, compare.right());
        }
        if (test instanceof Syntax.NullTest nullTest) {
            Expression operand = values.value(nullTest.operand());
            return operand == null ? null : new Condition.IsNull(operand, nullTest.negated() != opposite);
        }
        if (test instanceof Syntax.BetweenTest between) {
            return between(between, between.negated() != opposite);
        }
        if (test instanceof Syntax.LikeTest like) {
            return like(like, like.negated() != opposite);
        }
        Syntax.InTest in = (Syntax.InTest) test;
        return in(in, in.negated() != opposite);
    }

    private @Nullable Condition junction(Syntax.Junction junction, boolean opposite) {
        List<Condition> conditions = new ArrayList<>();
        for (Test test : junction.tests()) {
            Condition condition = condition(test, opposite);
            if (condition != null) {
                conditions.add(condition);
            }
        }
        return conditions.size() < junction.tests().size()
                ? null
                : junction.all() != opposite ? new Condition.All(conditions) : new Condition.Any(conditions);
    }

    private @Nullable Condition comparison(Value leftValue, Comparator comparator, Value rightValue) {
        Expression left = values.value(leftValue, values.type(rightValue));
        Expression right = values.value(rightValue, left == null ? values.type(leftValue) : left.type());
        if (left == null || right == null || !requireComparable(rightValue.position(), left, right.type())) {
            return null;
        }
        Class<?> type = left.type();
        if (!comparator.isEquality()
                && !(Types.isText(type) || Comparable.class.isAssignableFrom(type) && !type.isEnum())) {
            values.fault(
                    leftValue.position(),
                    Types.described(type) + " is equal to another one or not, but never less or greater",
                    "compare it with = or <>");
            return null;
        }
        return new Condition.Comparison(left, comparator, right);
    }

    /** Outside means before the one or behind the other. */
    private @Nullable Condition between(Syntax.BetweenTest between, boolean outside) {
        Condition low =
                comparison(between.operand(), outside ? Comparator.LESS : Comparator.GREATER_OR_EQUAL, between.low());
        Condition high =
                comparison(between.operand(), outside ? Comparator.GREATER : Comparator.LESS_OR_EQUAL, between.high());
        if (low == null || high == null) {
            return null;
        }
        return outside ? new Condition.Any(List.of(low, high)) : new Condition.All(List.of(low, high));
    }

    private @Nullable Condition like(Syntax.LikeTest like, boolean negated) {
        Expression text = values.value(like.operand());
        Expression pattern = values.value(like.pattern());
        Character escape = null;
        Value escapeValue = like.escape();
        if (escapeValue != null) {
            escape = escape(escapeValue);
            if (escape == null) {
                return null;
            }
        }
        if (text == null
                || pattern == null
                || !requireText(like.operand(), text)
                || !requireText(like.pattern(), pattern)) {
            return null;
        }
        if (!pattern.isConstant()) {
            values.fault(
                    like.pattern().position(),
                    "a pattern is the same for all rows, but this reads an attribute",
                    "write a text or a parameter");
            return null;
        }
        return new Condition.Like(text, pattern, escape, negated);
    }

    private @Nullable Character escape(Value value) {
        if (value instanceof Syntax.Fixed fixed && fixed.value() instanceof String text && text.length() == 1) {
            return text.charAt(0);
        }
        values.fault(value.position(), "escape takes one character", "write it between ', as in escape '!'");
        return null;
    }

    private @Nullable Condition in(Syntax.InTest in, boolean negated) {
        Expression operand = values.value(in.operand());
        if (in.items().size() == 1 && in.items().get(0) instanceof Syntax.Parameter parameter) {
            QueryParameter known = values.parameter(parameter);
            Class<?> element = known == null ? null : known.element();
            if (known == null || operand == null) {
                return null;
            }
            if (element != null) {
                return requireComparable(parameter.position(), operand, Expression.boxed(element))
                        ? new Condition.InArgument(
                                operand, new Expression.Argument(known.index(), known.type()), negated)
                        : null;
            }
        }
        List<Expression> items = new ArrayList<>();
        for (Value value : in.items()) {
            Expression item = values.value(value, operand == null ? null : operand.type());
            if (item != null && operand != null && requireComparable(value.position(), operand, item.type())) {
                if (item.isConstant()) {
                    items.add(item);
                } else {
                    values.fault(
                            value.position(),
                            "what stands behind in is the same for all rows, but this reads an attribute",
                            "compare with = and or");
                }
            }
        }
        return operand == null || items.size() < in.items().size() ? null : new Condition.In(operand, items, negated);
    }

    private boolean requireText(Value value, Expression expression) {
        boolean isText = Types.isText(expression.type());
        if (!isText) {
            values.fault(
                    value.position(),
                    "like compares texts, but this is " + Types.described(expression.type()),
                    "compare it with =, < or >");
        }
        return isText;
    }

    private boolean requireComparable(int position, Expression left, Class<?> right) {
        boolean comparable = Types.areComparable(left.type(), right);
        if (!comparable) {
            values.fault(
                    position,
                    Types.described(left.type()) + " cannot be compared with " + Types.described(right),
                    "use " + Types.described(left.type()) + " here");
        }
        return comparable;
    }
}
