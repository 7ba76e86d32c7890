package dev.dovetail.repository.proxy;

import dev.dovetail.repository.proxy.Conditions.Condition;
import dev.dovetail.repository.proxy.NamedQuery.Operator;
import dev.dovetail.repository.proxy.NamedQuery.Test;
import dev.dovetail.repository.spi.AttributeDescription;
import dev.dovetail.repository.spi.AttributeDescription.Kind;
import dev.dovetail.repository.spi.EntityDescription;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Gives the conditions in the name of a method their parameters, in order, and checks these. */
final class NamedFilterReader {

    private final MethodContext context;
    private final Method method;
    private final EntityDescription entity;
    private final List<Integer> positions;
    private int taken;

    NamedFilterReader(MethodContext context, Method method, EntityDescription entity) {
        this.context = context;
        this.method = method;
        this.entity = entity;
        this.positions = SpecialParameters.of(method).conditions();
    }

    /** What must hold; of no use after a fault. */
    Filter read(List<List<Test>> alternatives) {
        int needed = alternatives.stream()
                .flatMap(List::stream)
                .mapToInt(test -> test.operator().parameters())
                .sum();
        if (needed != positions.size()) {
            context.faults()
                    .add(
                            method,
                            "the conditions in its name take " + needed + " parameter" + (needed == 1 ? "" : "s")
                                    + ", but it has " + positions.size(),
                            "give it one for each condition, two for Between, none for Null, True and False");
            return new Conditions(List.of());
        }
        List<Condition> equal = new ArrayList<>();
        List<List<NamedTest>> others = new ArrayList<>();
        for (List<Test> tests : alternatives) {
            List<NamedTest> other = new ArrayList<>();
            for (Test test : tests) {
                if (alternatives.size() == 1 && isPlain(test)) {
                    Condition condition = new ConditionsReader(context, method, entity)
                            .read(positions.get(taken++), test.path().name());
                    if (condition != null) {
                        equal.add(condition);
                    }
                } else {
                    other.add(named(test));
                }
            }
            if (!other.isEmpty()) {
                others.add(other);
            }
        }
        return NamedFilter.of(new Conditions(equal), others);
    }

    private static boolean isPlain(Test test) {
        return test.operator() == Operator.EQUAL && !test.negated() && !test.ignoreCase();
    }

    private NamedTest named(Test test) {
        AttributeDescription attribute = test.path().last();
        Class<?> type = ParameterTypes.box(attribute.type());
        Operator operator = test.operator();
        String name = entity.name() + "." + test.path().name();
        boolean isText = type == String.class;
        boolean needsText = test.ignoreCase()
                || operator == Operator.LIKE
                || operator == Operator.CONTAINS
                || operator == Operator.STARTS_WITH
                || operator == Operator.ENDS_WITH;
        boolean orders = operator == Operator.BETWEEN
                || operator == Operator.LESS_THAN
                || operator == Operator.LESS_THAN_EQUAL
                || operator == Operator.GREATER_THAN
                || operator == Operator.GREATER_THAN_EQUAL;
        if (test.path().steps().stream()
                .anyMatch(step -> step.kind() == Kind.TO_MANY || step.kind() == Kind.ELEMENTS)) {
            fault(name + " leads through a collection, and a condition needs a single value");
        } else if (attribute.kind() == Kind.EMBEDDED) {
            fault(name + " has several parts; a condition of this kind needs one of them");
        } else if (needsText && !isText) {
            fault(name + " is a " + type.getSimpleName() + ", and "
                    + (test.ignoreCase() ? "IgnoreCase" : operator.keyword()) + " needs a String");
        } else if (orders && (!Comparable.class.isAssignableFrom(type) || type.isEnum())) {
            fault(name + " is a " + type.getSimpleName() + ", which is never less or greater than another");
        } else if ((operator == Operator.TRUE || operator == Operator.FALSE) && type != Boolean.class) {
            fault(name + " is a " + type.getSimpleName() + ", and " + operator.keyword() + " needs a boolean");
        } else if (operator == Operator.IN && test.ignoreCase()) {
            fault("In looks for the very values; IgnoreCase has no meaning with it");
        }
        int argument = operator.parameters() == 0 ? 0 : positions.get(taken);
        Class<?> parameter = type;
        for (int i = 0; i < operator.parameters(); i++) {
            parameter = parameter(positions.get(taken++), name, type, operator == Operator.IN);
        }
        return new NamedTest(test, argument, parameter);
    }

    private Class<?> parameter(int position, String name, Class<?> type, boolean holdsMany) {
        Type generic = method.getGenericParameterTypes()[position];
        Class<?> given = context.types().raw(generic);
        Class<?> single = given;
        if (holdsMany) {
            Class<?> element =
                    given.isArray() ? given.getComponentType() : context.types().firstArgument(generic);
            single = element == null || !(given.isArray() || Collection.class.isAssignableFrom(given))
                    ? Void.class
                    : element;
        }
        if (!ParameterTypes.fits(single, type) || holdsMany && single.isPrimitive()) {
            context.faults()
                    .add(
                            method,
                            position,
                            name + " is a " + type.getSimpleName()
                                    + (holdsMany
                                            ? ", and In needs several of them"
                                            : ", not a " + given.getSimpleName()),
                            "change the parameter's type to "
                                    + (holdsMany ? "Set<" + type.getSimpleName() + ">" : type.getSimpleName()));
        }
        return given;
    }

    private void fault(String problem) {
        context.faults().add(method, problem, "choose another attribute or condition");
    }
}
