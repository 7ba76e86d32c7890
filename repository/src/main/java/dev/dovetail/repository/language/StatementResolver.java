package dev.dovetail.repository.language;

import dev.dovetail.repository.language.Syntax.Value;
import dev.dovetail.repository.spi.Assignment;
import dev.dovetail.repository.spi.AttributeDescription;
import dev.dovetail.repository.spi.AttributeDescription.Kind;
import dev.dovetail.repository.spi.AttributePath;
import dev.dovetail.repository.spi.Condition;
import dev.dovetail.repository.spi.EntityDescription;
import dev.dovetail.repository.spi.Expression;
import dev.dovetail.repository.spi.Operation;
import dev.dovetail.repository.spi.SortKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out what a whole query means. */
final class StatementResolver {

    private final QueryScope scope;
    private final Syntax.Statement syntax;
    private final List<QueryFault> faults = new ArrayList<>();
    private final ValueResolver values;

    StatementResolver(QueryScope scope, Syntax.Statement syntax) {
        this.scope = scope;
        this.syntax = syntax;
        Syntax.From from = syntax.from();
        this.values = new ValueResolver(scope, from == null ? null : from.alias(), faults);
    }

    QueryStatement resolve() {
        List<Expression> selected = selected();
        List<Assignment> assignments = assignments();
        Syntax.Test where = syntax.where();
        Condition condition = where == null ? null : new ConditionResolver(values).condition(where);
        List<SortKey> order = order();
        if (!faults.isEmpty()) {
            throw new BrokenQueryException(faults.stream().distinct().toList());
        }
        return new QueryStatement(
                syntax.kind(), syntax.counts(), selected, assignments, condition, order, values.used());
    }

    private List<Expression> selected() {
        List<Expression> selected = new ArrayList<>();
        if (syntax.selected().size() == 1
                && syntax.selected().get(0) instanceof Syntax.Path path
                && path.names().size() == 1
                && isTheEntity(path.names().get(0))) {
            return selected;
        }
        for (Value value : syntax.selected()) {
            Expression expression = values.value(value);
            if (expression != null && expression.isConstant()) {
                values.fault(value.position(), "this is the same for all rows", "select attributes of the entity only");
            } else if (expression != null && isEntity(expression)) {
                values.fault(
                        value.position(),
                        "another entity cannot be selected",
                        "select one of its attributes, or query the other entity");
            } else if (expression != null) {
                selected.add(expression);
            }
        }
        return selected;
    }

    private boolean isTheEntity(String name) {
        Syntax.From from = syntax.from();
        return scope.entity().attribute(name) == null
                && (name.equals("this") || from != null && name.equals(from.alias()));
    }

    private boolean isEntity(Expression expression) {
        return scope.describe().apply(expression.type()) != null;
    }

    private List<Assignment> assignments() {
        List<Assignment> assignments = new ArrayList<>();
        for (Syntax.SetItem item : syntax.assignments()) {
            AttributePath path = values.paths().require(item.path());
            if (path != null && isSettable(item, path)) {
                Class<?> type = Expression.boxed(path.last().type());
                Value value = item.value();
                Expression expression = value == null ? null : values.value(value, type);
                if (value == null) {
                    assignments.add(new Assignment(path, null));
                } else if (expression != null) {
                    add(assignments, path, value, type, expression);
                }
            }
        }
        return assignments;
    }

    private void add(
            List<Assignment> assignments, AttributePath path, Value value, Class<?> type, Expression expression) {
        if (!Types.isAssignable(type, expression.type())) {
            values.fault(
                    value.position(),
                    path.name() + " is " + Types.described(type) + ", but this is "
                            + Types.described(expression.type()),
                    "set " + Types.described(type));
        } else if (isEntity(expression) && !expression.isConstant()) {
            values.fault(value.position(), "another entity is set by a parameter only", "write a parameter");
        } else if (!isLocal(expression)) {
            values.fault(
                    value.position(),
                    "this reads another entity, which a statement that updates cannot do everywhere",
                    "read it before and give it as a parameter");
        } else {
            assignments.add(new Assignment(path, expression));
        }
    }

    private boolean isSettable(Syntax.SetItem item, AttributePath path) {
        EntityDescription entity = scope.entity();
        Kind kind = path.last().kind();
        String name = path.steps().get(0).name();
        String problem = null;
        if (!isLocal(path) || kind != Kind.BASIC && kind != Kind.TO_ONE) {
            problem = path.name() + " is no single value in the row of a " + entity.name();
        } else if (entity.idAttributes().contains(name)) {
            problem = "the id of a row never changes";
        } else if (name.equals(entity.versionAttribute())) {
            problem = "the version counts by itself";
        }
        if (problem != null) {
            values.fault(item.path().position(), problem, "set another attribute");
        }
        return problem == null;
    }

    private static boolean isLocal(AttributePath path) {
        List<AttributeDescription> steps = path.steps();
        return steps.subList(0, steps.size() - 1).stream().allMatch(step -> step.kind() == Kind.EMBEDDED);
    }

    private static boolean isLocal(Expression expression) {
        if (expression instanceof Expression.Attribute attribute) {
            return isLocal(attribute.path());
        }
        return !(expression instanceof Expression.Call call)
                || call.operands().stream().allMatch(StatementResolver::isLocal);
    }

    private List<SortKey> order() {
        List<SortKey> order = new ArrayList<>();
        for (Syntax.OrderItem item : syntax.order()) {
            Expression value = values.value(item.value());
            SortKey key = value == null ? null : key(value, !item.descending());
            if (key != null) {
                order.add(key);
            } else if (value != null) {
                values.fault(
                        item.value().position(),
                        "nothing can be sorted by this",
                        "sort by an attribute with a single value, or by lower(attribute)");
            }
        }
        return order;
    }

    private static @Nullable SortKey key(Expression value, boolean ascending) {
        if (value instanceof Expression.Call call && call.operation() == Operation.LOWER) {
            SortKey key = key(call.operands().get(0), ascending);
            return key == null ? null : new SortKey(key.path(), ascending, true);
        }
        return value instanceof Expression.Attribute attribute
                        && attribute.path().last().kind() == Kind.BASIC
                ? new SortKey(attribute.path(), ascending, false)
                : null;
    }
}
