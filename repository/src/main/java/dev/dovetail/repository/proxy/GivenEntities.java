package dev.dovetail.repository.proxy;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The entities in the only argument of a method, and the result that has the same form. */
record GivenEntities(Calls calls, Shape shape) {

    enum Shape {
        ONE,
        LIST,
        ARRAY
    }

    Object required(@Nullable Object argument) {
        if (argument == null) {
            throw calls.nullArgument(shape == Shape.ONE ? "the entity" : "what holds the entities");
        }
        return argument;
    }

    List<Object> of(Object argument) {
        Collection<?> given = switch (shape) {
            case ONE -> List.of(argument);
            case LIST -> (Collection<?>) argument;
            case ARRAY -> Arrays.asList((Object[]) argument);
        };
        List<Object> entities = new ArrayList<>(given.size());
        for (Object entity : given) {
            if (entity == null) {
                throw calls.nullArgument("entity " + (entities.size() + 1));
            }
            entities.add(entity);
        }
        return entities;
    }

    Object result(Object argument, List<Object> written) {
        return switch (shape) {
            case ONE -> written.get(0);
            case LIST -> new ArrayList<>(written);
            case ARRAY ->
                written.toArray((Object[]) Array.newInstance(argument.getClass().getComponentType(), written.size()));
        };
    }
}
