package dev.dovetail.repository.spi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A found entity with the values that it was sorted by, as they are in the database.
 *
 * @param entity managed
 * @param key a value for each key of the order
 */
public record KeyedEntity<T>(T entity, List<@Nullable Object> key) {

    /** Keeps a copy of the key. */
    public KeyedEntity {
        key = Collections.unmodifiableList(new ArrayList<>(key));
    }
}
