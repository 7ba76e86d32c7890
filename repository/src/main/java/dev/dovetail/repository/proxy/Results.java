package dev.dovetail.repository.proxy;

import dev.dovetail.core.error.Explanation;
import dev.dovetail.repository.NoResultException;
import dev.dovetail.repository.NotUniqueException;
import dev.dovetail.repository.RepositoryError;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives what was found the form that a method returns. */
final class Results {

    private Results() {}

    static @Nullable Object single(Calls calls, ResultType result, List<?> found) {
        if (found.size() > 1) {
            throw new NotUniqueException(new Explanation(
                    RepositoryError.NOT_UNIQUE,
                    calls.caller() + " returns one " + calls.entity().name() + ", but more than one matches.",
                    "the attributes of its parameters are not unique together",
                    "return a List, or add the condition that makes it unique"));
        }
        if (result.shape() == ResultShape.OPTIONAL) {
            return found.isEmpty() ? Optional.empty() : Optional.ofNullable(found.get(0));
        }
        if (found.isEmpty()) {
            throw none(calls);
        }
        return held(calls, result, found.get(0));
    }

    static Object many(Calls calls, ResultType result, List<?> found) {
        return switch (result.shape()) {
            case STREAM -> new ArrayList<>(found).stream();
            case SET -> new LinkedHashSet<>(found);
            case ARRAY -> array(calls, result, found);
            default -> new ArrayList<>(found);
        };
    }

    private static Object array(Calls calls, ResultType result, List<?> found) {
        Object array = Array.newInstance(result.element(), found.size());
        for (int i = 0; i < found.size(); i++) {
            Array.set(array, i, held(calls, result, found.get(i)));
        }
        return array;
    }

    private static @Nullable Object held(Calls calls, ResultType result, @Nullable Object value) {
        if (value == null && result.element().isPrimitive()) {
            throw new NullPointerException(calls.caller() + " returns " + result.element()
                    + ", but the value in the database is null; return "
                    + ParameterTypes.box(result.element()).getSimpleName() + " instead");
        }
        return value;
    }

    static NoResultException none(Calls calls) {
        String entity = calls.entity().name();
        return new NoResultException(new Explanation(
                RepositoryError.NO_RESULT,
                calls.caller() + " returns exactly one " + entity + ", but none matches.",
                "it was deleted or never inserted, or the caller asks with a wrong value",
                "return Optional<" + entity + "> if there may be none"));
    }
}
