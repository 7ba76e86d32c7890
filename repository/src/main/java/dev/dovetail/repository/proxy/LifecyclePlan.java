package dev.dovetail.repository.proxy;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Inserts, updates, saves or deletes the entities of its only argument.
 *
 * @param shape how the argument holds them, and the result if there is one
 * @param returns whether the written entities are returned
 */
record LifecyclePlan(Calls calls, Operation operation, Shape shape, boolean returns) implements MethodPlan {

    enum Operation {
        INSERT,
        UPDATE,
        SAVE,
        DELETE,
        ADD,
        MERGE,
        REFRESH,
        DETACH,
        REMOVE;

        /** Whether it may return what became of its entities. */
        boolean returns() {
            return this == INSERT || this == UPDATE || this == SAVE || this == ADD || this == MERGE;
        }
    }

    enum Shape {
        ONE,
        LIST,
        ARRAY
    }

    @Override
    public @Nullable Object execute(Object repository, @Nullable Object[] arguments) {
        Object argument = arguments[0];
        if (argument == null) {
            throw calls.nullArgument(shape == Shape.ONE ? "the entity" : "what holds the entities");
        }
        List<Object> entities = entities(argument);
        List<Object> written = entities.isEmpty() ? List.of() : calls.write(() -> write(entities));
        return returns ? result(argument, written) : null;
    }

    private List<Object> write(List<Object> entities) {
        return switch (operation) {
            case INSERT -> calls.operations().insert(entities);
            case UPDATE -> calls.operations().update(entities);
            case SAVE -> calls.operations().save(entities);
            case MERGE -> calls.operations().merge(entities);
            case DELETE, ADD, REFRESH, DETACH, REMOVE -> {
                act(entities);
                yield entities;
            }
        };
    }

    private void act(List<Object> entities) {
        switch (operation) {
            case ADD -> calls.operations().add(entities);
            case REFRESH -> calls.operations().refresh(entities);
            case DETACH -> calls.operations().detach(entities);
            case REMOVE -> calls.operations().remove(entities);
            default -> calls.operations().delete(entities);
        }
    }

    private List<Object> entities(Object argument) {
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

    private Object result(Object argument, List<Object> written) {
        return switch (shape) {
            case ONE -> written.get(0);
            case LIST -> new ArrayList<>(written);
            case ARRAY ->
                written.toArray((Object[]) Array.newInstance(argument.getClass().getComponentType(), written.size()));
        };
    }
}
