package dev.dovetail.repository.spi;

import java.util.Comparator;
import java.util.List;

/**
 * The keys of an entity, each the names of its attributes; of parts of embedded values with dots.
 *
 * @param id the attributes of the id
 * @param generated whether new entities get their ids by themselves
 * @param unique the unique keys besides
 */
public record EntityKeys(List<String> id, boolean generated, List<List<String>> unique) {

    /** Keeps copies, sorted. */
    public EntityKeys {
        id = id.stream().sorted().toList();
        unique = unique.stream()
                .map(key -> key.stream().sorted().toList())
                .sorted(Comparator.comparing(List::toString))
                .toList();
    }
}
