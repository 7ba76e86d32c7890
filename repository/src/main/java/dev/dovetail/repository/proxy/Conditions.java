package dev.dovetail.repository.proxy;

import dev.dovetail.repository.spi.AttributePath;
import dev.dovetail.repository.spi.Restriction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parameters of a method that are equality conditions. A null argument asks for null, as for an id it is an error. */
record Conditions(List<Condition> conditions) implements Filter {

    /**
     * One parameter.
     *
     * @param argument its position, from 0
     * @param path the attribute, or null for the id
     */
    record Condition(int argument, @Nullable AttributePath path) {}

    Conditions {
        conditions = List.copyOf(conditions);
    }

    /** Whether the id is the only condition. */
    boolean isById() {
        return conditions.size() == 1 && conditions.get(0).path() == null;
    }

    @Override
    public List<Restriction> restrictions(Calls calls, @Nullable Object[] arguments) {
        if (conditions.size() == 1) {
            return List.of(restriction(calls, conditions.get(0), arguments));
        }
        List<Restriction> restrictions = new ArrayList<>(conditions.size());
        for (Condition condition : conditions) {
            restrictions.add(restriction(calls, condition, arguments));
        }
        return restrictions;
    }

    private static Restriction restriction(Calls calls, Condition condition, @Nullable Object[] arguments) {
        Object value = arguments[condition.argument()];
        AttributePath path = condition.path();
        if (path != null) {
            return value == null ? new Restriction.IsNull(path) : new Restriction.Equal(path, value);
        }
        if (value == null) {
            throw calls.nullArgument("the id");
        }
        return new Restriction.IdEqual(value);
    }
}
