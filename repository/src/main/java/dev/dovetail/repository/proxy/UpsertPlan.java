package dev.dovetail.repository.proxy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Inserts the entities of its only argument, or updates the rows that have the same key.
 *
 * @param entities how the argument holds them, and the result if it is the same
 * @param key the attributes of the key
 * @param result in which type it returns the number of rows; null if it returns entities
 */
record UpsertPlan(
        Calls calls,
        GivenEntities entities,
        List<String> key,
        @Nullable Numbers result) implements MethodPlan {

    @Override
    public @Nullable Object execute(Object repository, @Nullable Object[] arguments) {
        Object argument = entities.required(arguments[0]);
        List<Object> given = entities.of(argument);
        Numbers numbers = result;
        if (numbers == null) {
            return entities.result(
                    argument,
                    given.isEmpty()
                            ? given
                            : calls.write(() -> {
                                calls.operations().upsert(given, key);
                                return calls.operations().withSameKey(given, key);
                            }));
        }
        return numbers.of(
                given.isEmpty() ? 0 : calls.write(() -> calls.operations().upsert(given, key)));
    }
}
