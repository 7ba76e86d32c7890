package dev.dovetail.repository.proxy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Inserts, updates, saves or deletes the entities of its only argument.
 *
 * @param entities how the argument holds them, and the result if there is one
 * @param returns whether the written entities are returned
 */
record LifecyclePlan(Calls calls, Operation operation, GivenEntities entities, boolean returns) implements MethodPlan {

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

    @Override
    public @Nullable Object execute(Object repository, @Nullable Object[] arguments) {
        Object argument = entities.required(arguments[0]);
        List<Object> given = entities.of(argument);
        List<Object> written = given.isEmpty() ? List.of() : calls.write(() -> write(given));
        return returns ? entities.result(argument, written) : null;
    }

    private List<Object> write(List<Object> given) {
        return switch (operation) {
            case INSERT -> calls.operations().insert(given);
            case UPDATE -> calls.operations().update(given);
            case SAVE -> calls.operations().save(given);
            case MERGE -> calls.operations().merge(given);
            case DELETE, ADD, REFRESH, DETACH, REMOVE -> {
                act(given);
                yield given;
            }
        };
    }

    private void act(List<Object> given) {
        switch (operation) {
            case ADD -> calls.operations().add(given);
            case REFRESH -> calls.operations().refresh(given);
            case DETACH -> calls.operations().detach(given);
            case REMOVE -> calls.operations().remove(given);
            default -> calls.operations().delete(given);
        }
    }
}
