package dev.dovetail.orm.internal.repository;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.repository.language.Arithmetic;
import dev.dovetail.repository.language.Evaluation;
import dev.dovetail.repository.language.Types;
import dev.dovetail.repository.spi.Expression;
import dev.dovetail.repository.spi.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Expressions as HQL. What reads no attribute is computed here and bound. */
record HqlValues(HqlScope scope) {

    String text(Expression expression) {
        return text(expression, null);
    }

    /**
     * An expression.
     *
     * @param beside the type of what it is compared or computed with; null if there is nothing
     */
    String text(Expression expression, @Nullable Class<?> beside) {
        if (expression instanceof Expression.Attribute attribute) {
            return scope.path(attribute.path());
        }
        return !expression.isConstant() && expression instanceof Expression.Call call
                ? call(call)
                : constant(expression, beside);
    }

    /** A constant as a value of an attribute. */
    String converted(Expression constant, Class<?> attribute) {
        return scope.bind(arguments -> convert(Evaluation.constant(constant, arguments), attribute));
    }

    static @Nullable Object convert(@Nullable Object value, Class<?> type) {
        return value instanceof Number number && Types.isNumber(type) ? Arithmetic.convert(number, type) : value;
    }

    /** Hibernate binds a number with the type of what it stands beside, which may be too narrow for it. */
    private String constant(Expression constant, @Nullable Class<?> beside) {
        Class<?> type = constant.type();
        if (beside == type && constant instanceof Expression.Argument argument) {
            return scope.bind(arguments -> arguments.get(argument.index()));
        }
        if (beside == null || beside == type || !Types.isNumber(beside) || !Types.isNumber(type)) {
            return scope.bind(arguments -> Evaluation.constant(constant, arguments));
        }
        return Types.promoted(beside, type) == beside
                ? converted(constant, beside)
                : "cast(" + scope.bind(arguments -> Evaluation.constant(constant, arguments)) + " as "
                        + type.getSimpleName() + ")";
    }

    private String call(Expression.Call call) {
        List<Expression> operands = call.operands();
        Expression first = operands.get(0);
        return switch (call.operation()) {
            case ADD -> infix(" + ", operands);
            case SUBTRACT -> infix(" - ", operands);
            case MULTIPLY -> infix(" * ", operands);
            case CONCAT -> infix(" || ", operands);
            case DIVIDE -> quotient(call);
            // Two signs together would begin a comment.
            case NEGATE -> "(0 - " + text(first) + ")";
            case ABS -> "abs(" + text(first) + ")";
            case LENGTH -> "length(" + text(first) + ")";
            case LOWER -> "lower(" + text(first) + ")";
            case UPPER -> "upper(" + text(first) + ")";
            case LEFT, RIGHT -> part(call.operation() == Operation.RIGHT, text(first), operands.get(1));
        };
    }

    private String infix(String sign, List<Expression> operands) {
        return "(" + text(operands.get(0), operands.get(1).type()) + sign
                + text(operands.get(1), operands.get(0).type()) + ")";
    }

    /** Nothing by zero, and whole numbers of whole ones, where engines differ. */
    private String quotient(Expression.Call call) {
        Expression left = call.operands().get(0);
        Expression right = call.operands().get(1);
        String dividend = text(left, right.type());
        String divisor = text(right, left.type());
        if (scope.isLoose() && Types.isWhole(call.type())) {
            return "cast(sql('(? div nullif(?, 0))', " + dividend + ", " + divisor + ") as "
                    + call.type().getSimpleName() + ")";
        }
        return "(" + dividend + " / nullif(" + divisor + ", " + zero(right) + "))";
    }

    private static String zero(Expression beside) {
        return beside.type() == Double.class ? "0e0" : beside.type() == Float.class ? "0f" : "0";
    }

    private String part(boolean fromEnd, String text, Expression count) {
        String taken = count(count, 1);
        if (scope.engine() != Engine.SQLITE) {
            return (fromEnd ? "right(" : "left(") + text + ", " + taken + ")";
        }
        String begin = fromEnd ? count(count, -1) : "1";
        return "cast(function('substr', " + text + ", " + begin + ", " + taken + ") as String)";
    }

    private String count(Expression count, int sign) {
        if (count.isConstant()) {
            return scope.bind(arguments -> {
                Integer taken = count(Evaluation.constant(count, arguments));
                return taken == null ? null : taken * sign;
            });
        }
        String taken = text(count);
        return (sign < 0 ? "0 - " : "") + "(case when " + taken + " < 0 then 0 else " + taken + " end)";
    }

    private static @Nullable Integer count(@Nullable Object value) {
        return value instanceof Number number
                ? (Integer) (int) Math.max(0, Math.min(Integer.MAX_VALUE, number.longValue()))
                : null;
    }
}
