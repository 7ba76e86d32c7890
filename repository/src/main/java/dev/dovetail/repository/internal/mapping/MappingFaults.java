package dev.dovetail.repository.internal.mapping;

import dev.dovetail.core.error.Explanation;
import dev.dovetail.repository.RepositoryError;
import dev.dovetail.repository.UnsupportedMappingException;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with entity classes, so that all of it can be told at once. */
final class MappingFaults {

    private final List<String> faults = new ArrayList<>();

    void add(Class<?> type, String problem, String suggestion) {
        faults.add(type.getSimpleName() + ": " + problem + "; " + suggestion);
    }

    void add(Class<?> type, String attribute, String problem, String suggestion) {
        faults.add(type.getSimpleName() + "." + attribute + ": " + problem + "; " + suggestion);
    }

    void throwIfAny() {
        if (faults.isEmpty()) {
            return;
        }
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < faults.size(); i++) {
            list.append("\n    ").append(i + 1).append(". ").append(faults.get(i));
        }
        throw new UnsupportedMappingException(
                new Explanation(
                        RepositoryError.UNSUPPORTED_MAPPING,
                        "These entities cannot be kept in memory:" + list,
                        "a mistake in the mapping, or a part of Jakarta Persistence that the fake does not imitate"
                                + " (yet); it refuses what it would answer wrongly",
                        "correct the mapping as the list says, or test the services that need it on a real database"),
                faults);
    }
}
