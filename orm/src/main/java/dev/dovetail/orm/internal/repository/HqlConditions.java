package dev.dovetail.orm.internal.repository;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.repository.language.Evaluation;
import dev.dovetail.repository.language.LikePattern;
import dev.dovetail.repository.language.Types;
import dev.dovetail.repository.spi.Condition;
import dev.dovetail.repository.spi.Condition.Comparator;
import dev.dovetail.repository.spi.Expression;
import java.util.List;
import java.util.stream.Collectors;

/** Conditions as HQL that means the same on every engine. */
record HqlConditions(HqlScope scope, HqlValues values) {

    private static final char ESCAPE = '!';

    String text(Condition condition) {
        if (condition instanceof Condition.All all) {
            return joined(all.conditions(), " and ", "1 = 1");
        }
        if (condition instanceof Condition.Any any) {
            return joined(any.conditions(), " or ", "1 = 0");
        }
        if (condition instanceof Condition.Comparison comparison) {
            return comparison.left().isConstant() && comparison.right().isConstant()
                    ? constant(condition)
                    : comparison(comparison);
        }
        if (condition instanceof Condition.IsNull isNull) {
            return isNull.operand().isConstant()
                    ? constant(condition)
                    : values.text(isNull.operand()) + (isNull.negated() ? " is not null" : " is null");
        }
        if (condition instanceof Condition.Like like) {
            return like.text().isConstant() ? constant(condition) : like(like);
        }
        if (condition instanceof Condition.In in) {
            return in.operand().isConstant() ? constant(condition) : in(in);
        }
        Condition.InArgument in = (Condition.InArgument) condition;
        return in.operand().isConstant() ? constant(condition) : inArgument(in);
    }

    private String joined(List<Condition> conditions, String sign, String none) {
        return conditions.isEmpty()
                ? none
                : conditions.stream().map(this::text).collect(Collectors.joining(sign, "(", ")"));
    }

    /** Known before the statement is sent. */
    private String constant(Condition condition) {
        return "1 = " + scope.bind(arguments -> Evaluation.holds(condition, arguments) ? 1 : 0);
    }

    private String comparison(Condition.Comparison comparison) {
        Expression left = comparison.left();
        Expression right = comparison.right();
        return compare(
                values.text(left, right.type()),
                comparison.comparator(),
                values.text(right, left.type()),
                Types.isText(left.type()));
    }

    /** The collation's own comparison may use an index; the second one is what counts. */
    private String compare(String left, Comparator comparator, String right, boolean areTexts) {
        if (!areTexts || !scope.isLoose()) {
            return left + sign(comparator) + right;
        }
        return switch (comparator) {
            case EQUAL -> "(" + left + " = " + right + " and " + exact(left) + " = " + right + ")";
            case NOT_EQUAL -> "(" + left + " <> " + right + " or " + exact(left) + " <> " + right + ")";
            default -> ordered(left) + sign(comparator) + right;
        };
    }

    private static String exact(String text) {
        return "exact_text(" + text + ")";
    }

    private static String ordered(String text) {
        return "ordered_text(" + text + ")";
    }

    private static String sign(Comparator comparator) {
        return switch (comparator) {
            case EQUAL -> " = ";
            case NOT_EQUAL -> " <> ";
            case LESS -> " < ";
            case LESS_OR_EQUAL -> " <= ";
            case GREATER -> " > ";
            case GREATER_OR_EQUAL -> " >= ";
        };
    }

    /** SQLite's LIKE knows no case, its GLOB does. */
    private String like(Condition.Like like) {
        String text = values.text(like.text());
        if (scope.engine() == Engine.SQLITE) {
            String glob = scope.bind(arguments -> {
                Object pattern = Evaluation.constant(like.pattern(), arguments);
                return pattern == null
                        ? null
                        : LikePattern.of(pattern.toString(), like.escape()).glob();
            });
            return "cast(function('glob', " + glob + ", " + text + ") as Integer) = " + (like.negated() ? 0 : 1);
        }
        String pattern = scope.bind(arguments -> {
            Object given = Evaluation.constant(like.pattern(), arguments);
            return given == null
                    ? null
                    : LikePattern.of(given.toString(), like.escape()).like(ESCAPE);
        });
        String matches = (like.negated() ? " not like " : " like ") + pattern + " escape '" + ESCAPE + "'";
        if (!scope.isLoose()) {
            return text + matches;
        }
        return like.negated()
                ? ordered(text) + matches
                : "(" + text + matches + " and " + ordered(text) + matches + ")";
    }

    private String in(Condition.In in) {
        String operand = values.text(in.operand());
        Class<?> type = in.operand().type();
        boolean areTexts = Types.isText(type);
        return in.items().stream()
                .map(item -> compare(
                        operand,
                        in.negated() ? Comparator.NOT_EQUAL : Comparator.EQUAL,
                        values.text(item, type),
                        areTexts))
                .collect(Collectors.joining(in.negated() ? " and " : " or ", "(", ")"));
    }

    /** Also where the list is empty, what is null is neither in it nor not. */
    private String inArgument(Condition.InArgument in) {
        Class<?> type = in.operand().type();
        String operand = values.text(in.operand());
        String list = scope.bindList(
                arguments -> Evaluation.elements(arguments.get(in.collection().index())).stream()
                        .map(element -> HqlValues.convert(element, type))
                        .toList());
        boolean isLoose = Types.isText(type) && scope.isLoose();
        String exact = isLoose ? exact(operand) : operand;
        if (in.negated()) {
            return "(" + operand + " is not null and " + exact + " not in " + list + ")";
        }
        return isLoose
                ? "(" + operand + " in " + list + " and " + exact + " in " + list + ")"
                : operand + " in " + list;
    }
}
