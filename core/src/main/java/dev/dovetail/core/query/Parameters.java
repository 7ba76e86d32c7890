package dev.dovetail.core.query;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of a query, and what may be given for them. */
final class Parameters {

    /** Stands where no value was given; null is a value. */
    private static final Object MISSING = new Object();

    private final Parameter[] parameters;

    Parameters(List<Parameter> parameters) {
        this.parameters = parameters.toArray(new Parameter[0]);
    }

    /** What is bound before anything is. */
    @Nullable
    Object[] initial() {
        @Nullable Object[] values = new Object[parameters.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = parameters[i].given() == null ? MISSING : parameters[i].given();
        }
        return values;
    }

    /** The values with one more, or another one. */
    @Nullable
    Object[] with(@Nullable Object[] values, String name, @Nullable Object value) {
        int index = indexOf(name);
        @Nullable Object[] copy = Arrays.copyOf(values, values.length);
        copy[index] = accepted(parameters[index], value);
        return copy;
    }

    /** The values of a query made of another one: those of that one, and its own, by name. */
    @Nullable
    Object[] from(Parameters others, @Nullable Object[] values, Map<String, ? extends @Nullable Object> own) {
        @Nullable Object[] mine = initial();
        for (int i = 0; i < mine.length; i++) {
            String name = parameters[i].name();
            mine[i] = own.containsKey(name) ? own.get(name) : values[others.indexOf(name)];
        }
        return mine;
    }

    void requireAll(@Nullable Object[] values) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == MISSING) {
                throw QueryErrors.missing(parameters[i].name(), all());
            }
        }
    }

    /** The place of a parameter. */
    int indexOf(String name) {
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i].name().equals(name)) {
                return i;
            }
        }
        throw QueryErrors.unknown(name, all());
    }

    private static @Nullable Object accepted(Parameter parameter, @Nullable Object value) {
        if (parameter.list()) {
            return ListValue.of(parameter, value);
        }
        if (value != null && !parameter.type().isInstance(value)) {
            throw QueryErrors.wrongType(parameter, value);
        }
        return value;
    }

    private List<String> all() {
        return Arrays.stream(parameters).map(Parameter::described).toList();
    }
}
