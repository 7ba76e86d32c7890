package dev.dovetail.repository.proxy;

import dev.dovetail.core.error.Explanation;
import dev.dovetail.repository.RepositoryDefinitionException;
import dev.dovetail.repository.RepositoryError;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Collects what is wrong with a repository interface, so that all of it can be told at once. */
final class Faults {

    private final Class<?> type;
    private final List<String> faults = new ArrayList<>();

    Faults(Class<?> type) {
        this.type = type;
    }

    /** Of the interface as a whole. */
    void add(String problem, String suggestion) {
        faults.add(problem + "; " + suggestion);
    }

    void add(Method method, String problem, String suggestion) {
        faults.add(signature(method) + ": " + problem + "; " + suggestion);
    }

    /**
     * Of a parameter.
     *
     * @param position from 0
     */
    void add(Method method, int position, String problem, String suggestion) {
        Parameter parameter = method.getParameters()[position];
        faults.add(signature(method) + ", parameter " + (position + 1)
                + (parameter.isNamePresent() ? " '" + parameter.getName() + "'" : "") + ": " + problem + "; "
                + suggestion);
    }

    int count() {
        return faults.size();
    }

    void throwIfAny() {
        if (faults.isEmpty()) {
            return;
        }
        faults.sort(null);
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < faults.size(); i++) {
            list.append("\n    ").append(i + 1).append(". ").append(faults.get(i));
        }
        throw new RepositoryDefinitionException(
                new Explanation(
                        RepositoryError.BAD_REPOSITORY,
                        type.getSimpleName() + " cannot be served as a repository:" + list,
                        "the interface does not fit its entities, or uses a part of Jakarta Data that is not"
                                + " supported (yet)",
                        "change the methods as the list says; what cannot be declared can be a default method"),
                faults);
    }

    /** A method with its parameter types: {@code list(Limit)}. */
    static String signature(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", ", method.getName() + "(", ")"));
    }
}
