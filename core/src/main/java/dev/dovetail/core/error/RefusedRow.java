package dev.dovetail.core.error;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which row of a bulk operation was refused.
 *
 * @param index its place among the rows that were given, the first being 0
 * @param key the values of its key columns as text, by column; empty if it has none that are known
 */
public record RefusedRow(long index, Map<String, String> key) implements Serializable {

    /** Keeps a copy of the key. */
    public RefusedRow {
        key = Collections.unmodifiableMap(new LinkedHashMap<>(key));
    }

    /** For a message: {@code row 17 (id = 4)}. */
    public String describe() {
        return "row " + index
                + (key.isEmpty()
                        ? ""
                        : key.entrySet().stream()
                                .map(part -> part.getKey() + " = " + part.getValue())
                                .collect(Collectors.joining(", ", " (", ")")));
    }
}
