package dev.dovetail.repository.proxy;

import dev.dovetail.repository.proxy.NamedQuery.Operator;
import dev.dovetail.repository.proxy.NamedQuery.Test;
import dev.dovetail.repository.spi.Condition;
import dev.dovetail.repository.spi.Condition.Comparator;
import dev.dovetail.repository.spi.Expression;
import dev.dovetail.repository.spi.Operation;
import java.util.List;

/**
 * A condition in the name of a method, with its parameters.
 *
 * @param argument the position of its first parameter, from 0; of no meaning if it takes none
 * @param type the type of the parameters
 */
record NamedTest(Test test, int argument, Class<?> type) {

    /** Whether null as an argument is looked for, as everywhere where something is to be equal. */
    boolean findsNull() {
        return test.operator() == Operator.EQUAL;
    }

    Condition condition(boolean argumentIsNull) {
        Expression attribute = lower(new Expression.Attribute(test.path()));
        boolean negated = test.negated();
        return switch (test.operator()) {
            case EQUAL ->
                argumentIsNull
                        ? new Condition.IsNull(attribute, negated)
                        : compare(attribute, Comparator.EQUAL, value(0));
            case LESS_THAN -> compare(attribute, Comparator.LESS, value(0));
            case LESS_THAN_EQUAL -> compare(attribute, Comparator.LESS_OR_EQUAL, value(0));
            case GREATER_THAN -> compare(attribute, Comparator.GREATER, value(0));
            case GREATER_THAN_EQUAL -> compare(attribute, Comparator.GREATER_OR_EQUAL, value(0));
            case CONTAINS -> like(attribute, concat(concat(any(), value(0)), any()));
            case STARTS_WITH -> like(attribute, concat(value(0), any()));
            case ENDS_WITH -> like(attribute, concat(any(), value(0)));
            case LIKE -> like(attribute, value(0));
            case BETWEEN -> between(attribute);
            case IN -> new Condition.InArgument(attribute, new Expression.Argument(argument, type), negated);
            case NULL -> new Condition.IsNull(attribute, negated);
            case TRUE -> compare(attribute, Comparator.EQUAL, new Expression.Literal(true));
            case FALSE -> compare(attribute, Comparator.EQUAL, new Expression.Literal(false));
        };
    }

    private Condition compare(Expression left, Comparator comparator, Expression right) {
        return new Condition.Comparison(left, test.negated() ? comparator.opposite() : comparator, right);
    }

    private Condition between(Expression attribute) {
        Condition low = compare(attribute, Comparator.GREATER_OR_EQUAL, value(0));
        Condition high = compare(attribute, Comparator.LESS_OR_EQUAL, value(1));
        return test.negated() ? new Condition.Any(List.of(low, high)) : new Condition.All(List.of(low, high));
    }

    private Condition like(Expression text, Expression pattern) {
        return new Condition.Like(text, pattern, null, test.negated());
    }

    private Expression value(int further) {
        return lower(new Expression.Argument(argument + further, type));
    }

    private Expression lower(Expression text) {
        return test.ignoreCase() ? new Expression.Call(Operation.LOWER, List.of(text), String.class) : text;
    }

    private static Expression any() {
        return new Expression.Literal("%");
    }

    private static Expression concat(Expression left, Expression right) {
        return new Expression.Call(Operation.CONCAT, List.of(left, right), String.class);
    }
}
