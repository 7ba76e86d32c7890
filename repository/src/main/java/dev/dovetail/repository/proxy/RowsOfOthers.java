package dev.dovetail.repository.proxy;

import dev.dovetail.repository.spi.AttributeDescription;
import dev.dovetail.repository.spi.AttributeDescription.Kind;
import dev.dovetail.repository.spi.AttributePath;
import dev.dovetail.repository.spi.Condition;
import dev.dovetail.repository.spi.Expression;
import dev.dovetail.repository.spi.FindQuery;
import dev.dovetail.repository.spi.Restriction;
import dev.dovetail.repository.spi.SortKey;
import java.util.List;

/** Whether a statement reads rows of other entities, too, which not every engine can leave out when it locks. */
final class RowsOfOthers {

    private RowsOfOthers() {}

    static void refuse(Calls calls, FindQuery query) {
        boolean reads = query.order().stream().map(SortKey::path).anyMatch(RowsOfOthers::reads)
                || query.restrictions().stream().anyMatch(RowsOfOthers::reads);
        if (reads) {
            throw new IllegalArgumentException(calls.caller() + " locks rows of "
                    + calls.entity().name() + ", but its condition or order reads another entity; find the ids first,"
                    + " and lock by these");
        }
    }

    private static boolean reads(Restriction restriction) {
        if (restriction instanceof Restriction.Matching matching) {
            return reads(matching.condition());
        }
        return restriction instanceof Restriction.Equal equal && reads(equal.path())
                || restriction instanceof Restriction.IsNull isNull && reads(isNull.path());
    }

    private static boolean reads(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.conditions().stream().anyMatch(RowsOfOthers::reads);
        }
        if (condition instanceof Condition.Any any) {
            return any.conditions().stream().anyMatch(RowsOfOthers::reads);
        }
        if (condition instanceof Condition.Comparison comparison) {
            return reads(comparison.left()) || reads(comparison.right());
        }
        if (condition instanceof Condition.IsNull isNull) {
            return reads(isNull.operand());
        }
        if (condition instanceof Condition.Like like) {
            return reads(like.text());
        }
        return condition instanceof Condition.In in
                ? reads(in.operand())
                : reads(((Condition.InArgument) condition).operand());
    }

    private static boolean reads(Expression expression) {
        if (expression instanceof Expression.Attribute attribute) {
            return reads(attribute.path());
        }
        return expression instanceof Expression.Call call
                && call.operands().stream().anyMatch(RowsOfOthers::reads);
    }

    private static boolean reads(AttributePath path) {
        List<AttributeDescription> steps = path.steps();
        return steps.subList(0, steps.size() - 1).stream().anyMatch(step -> step.kind() == Kind.TO_ONE);
    }
}
