package dev.dovetail.repository.language;

import dev.dovetail.repository.language.Syntax.Value;
import dev.dovetail.repository.spi.AttributeDescription;
import dev.dovetail.repository.spi.AttributeDescription.Kind;
import dev.dovetail.repository.spi.AttributePath;
import dev.dovetail.repository.spi.EntityDescription;
import dev.dovetail.repository.spi.Expression;
import dev.dovetail.repository.spi.Operation;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out what values mean. What it returns as null has a fault. */
final class ValueResolver {

    private final QueryScope scope;
    private final PathResolver paths;
    private final List<QueryFault> faults;
    private final Set<Integer> used = new HashSet<>();
    private Syntax.@Nullable Parameter first;

    ValueResolver(QueryScope scope, @Nullable String alias, List<QueryFault> faults) {
        this.scope = scope;
        this.faults = faults;
        this.paths = new PathResolver(scope, alias, faults);
    }

    Set<Integer> used() {
        return used;
    }

    PathResolver paths() {
        return paths;
    }

    /** A value whose type says itself what it is. */
    @Nullable
    Expression value(Value value) {
        return value(value, null);
    }

    /**
     * A value beside one of a type, of which it may be an enum constant.
     *
     * @param beside the type; null if nothing is known
     */
    @Nullable
    Expression value(Value value, @Nullable Class<?> beside) {
        if (value instanceof Syntax.Path path) {
            return path(path, beside);
        }
        if (value instanceof Syntax.Fixed fixed) {
            return new Expression.Literal(fixed.value());
        }
        if (value instanceof Syntax.Now now) {
            int further = now.type() == LocalDate.class ? 0 : now.type() == LocalTime.class ? 1 : 2;
            used.add(scope.now() + further);
            return new Expression.Argument(scope.now() + further, now.type());
        }
        if (value instanceof Syntax.Parameter parameter) {
            QueryParameter known = parameter(parameter);
            return known == null ? null : argument(parameter, known);
        }
        return value instanceof Syntax.Special special ? special(special) : compute((Syntax.Compute) value);
    }

    /** The type of a value, as far as it is known without those beside it. */
    @Nullable
    Class<?> type(Value value) {
        if (value instanceof Syntax.Path path) {
            AttributePath found = paths.find(path);
            return found == null ? null : Expression.boxed(found.last().type());
        }
        if (value instanceof Syntax.Parameter parameter) {
            QueryParameter known = scope.parameters().get(parameter.label());
            return known == null ? null : Expression.boxed(known.type());
        }
        return null;
    }

    /** What a parameter is; null after a fault. */
    @Nullable
    QueryParameter parameter(Syntax.Parameter parameter) {
        Syntax.Parameter other = first;
        if (other == null) {
            first = parameter;
        } else if (other.label().charAt(0) != parameter.label().charAt(0)) {
            fault(
                    parameter.position(),
                    "parameters by name and by number do not mix",
                    "write all of them like " + other.label());
            return null;
        }
        QueryParameter known = scope.parameters().get(parameter.label());
        if (known == null) {
            String closest =
                    ClosestName.of(parameter.label(), scope.parameters().keySet());
            fault(
                    parameter.position(),
                    "the method has no parameter " + parameter.label(),
                    closest == null
                            ? "add one, or name it with @Param"
                            : "did you mean " + closest + "? otherwise add one, or name it with @Param");
            return null;
        }
        used.add(known.index());
        return known;
    }

    private @Nullable Expression argument(Syntax.Parameter parameter, QueryParameter known) {
        if (known.element() != null) {
            fault(
                    parameter.position(),
                    parameter.label() + " holds several values",
                    "write 'in " + parameter.label() + "', or take a single value");
            return null;
        }
        return new Expression.Argument(known.index(), known.type());
    }

    private @Nullable Expression path(Syntax.Path path, @Nullable Class<?> beside) {
        AttributePath found = paths.find(path);
        if (found == null) {
            Object constant = EnumConstants.find(path.names(), beside);
            if (constant != null) {
                return new Expression.Literal(constant);
            }
            if (beside != null && beside.isEnum() && path.names().size() != 1) {
                fault(path.position(), EnumConstants.unknown(path.text(), beside), EnumConstants.suggestion(beside));
                return null;
            }
        }
        AttributePath known = found == null ? paths.require(path) : found;
        if (known == null) {
            return null;
        }
        Kind kind = known.last().kind();
        if (kind != Kind.BASIC && kind != Kind.TO_ONE) {
            fault(
                    path.position(),
                    path.text() + " is no single value",
                    kind == Kind.EMBEDDED
                            ? "name one of its parts, such as " + path.text() + "."
                                    + known.last().parts().get(0).name()
                            : "query the entity of its elements instead");
            return null;
        }
        return new Expression.Attribute(known);
    }

    private @Nullable Expression special(Syntax.Special special) {
        EntityDescription entity = scope.entity();
        String name = special.version()
                ? entity.versionAttribute()
                : entity.idAttributes().size() == 1 ? entity.idAttributes().get(0) : null;
        AttributeDescription attribute = name == null ? null : entity.attribute(name);
        if (attribute == null || attribute.kind() != Kind.BASIC) {
            fault(
                    special.position(),
                    special.version()
                            ? entity.name() + " has no version"
                            : "the id of " + entity.name() + " is no single value",
                    special.version() ? "remove it, or add a @Version attribute" : "name its parts instead");
            return null;
        }
        return new Expression.Attribute(new AttributePath(List.of(attribute)));
    }

    private @Nullable Expression compute(Syntax.Compute compute) {
        List<Expression> operands = new ArrayList<>();
        for (Value operand : compute.operands()) {
            Expression resolved = value(operand);
            if (resolved != null) {
                operands.add(resolved);
            }
        }
        if (operands.size() < compute.operands().size()) {
            return null;
        }
        boolean fits = true;
        for (int i = 0; i < operands.size(); i++) {
            fits &= accepts(compute, i, operands.get(i).type());
        }
        return fits ? new Expression.Call(compute.operation(), operands, result(compute.operation(), operands)) : null;
    }

    private boolean accepts(Syntax.Compute compute, int position, Class<?> given) {
        Operation operation = compute.operation();
        boolean isCount = position == 1 && (operation == Operation.LEFT || operation == Operation.RIGHT);
        boolean isNumeric = operation.isArithmetic() || operation == Operation.NEGATE || operation == Operation.ABS;
        boolean fits = isCount ? Types.isWhole(given) : isNumeric ? Types.isNumber(given) : Types.isText(given);
        if (!fits) {
            fault(
                    compute.operands().get(position).position(),
                    (isCount
                                    ? "the number of characters is"
                                    : isNumeric ? "a number is needed, but this is" : "a text is needed, but this is")
                            + " " + Types.described(given),
                    isCount ? "write a whole number" : isNumeric ? "use a number" : "use a String");
        }
        return fits;
    }

    private static Class<?> result(Operation operation, List<Expression> operands) {
        return switch (operation) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE ->
                Types.promoted(operands.get(0).type(), operands.get(1).type());
            case NEGATE, ABS -> Types.promoted(operands.get(0).type(), Integer.class);
            case LENGTH -> Integer.class;
            case LOWER, UPPER, LEFT, RIGHT, CONCAT -> String.class;
        };
    }

    void fault(int position, String problem, String suggestion) {
        faults.add(new QueryFault(position, problem, suggestion));
    }
}
