package dev.dovetail.repository.proxy;

import dev.dovetail.core.error.Explanation;
import dev.dovetail.repository.NoResultException;
import dev.dovetail.repository.NotUniqueException;
import dev.dovetail.repository.RepositoryError;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;

/** Gives found entities the form that a method returns. */
final class Results {

    private Results() {}

    static Object single(Calls calls, ResultShape shape, List<Object> found) {
        if (found.size() > 1) {
            throw new NotUniqueException(new Explanation(
                    RepositoryError.NOT_UNIQUE,
                    calls.caller() + " returns one " + calls.entity().name() + ", but more than one matches.",
                    "the attributes of its parameters are not unique together",
                    "return a List, or add the condition that makes it unique"));
        }
        if (shape == ResultShape.OPTIONAL) {
            return found.stream().findFirst();
        }
        return found.stream().findFirst().orElseThrow(() -> none(calls));
    }

    static Object many(Calls calls, ResultShape shape, List<Object> found) {
        return switch (shape) {
            case STREAM -> found.stream();
            case ARRAY ->
                found.toArray((Object[]) Array.newInstance(calls.entity().type(), found.size()));
            default -> new ArrayList<>(found);
        };
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
