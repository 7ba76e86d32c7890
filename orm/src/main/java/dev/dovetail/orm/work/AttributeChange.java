package dev.dovetail.orm.work;

import org.jspecify.annotations.Nullable;

/**
 * One attribute of an entity that a flush would write. Its text is the name alone, so that no value reaches a log by
 * accident. Immutable, but the values are the application's own.
 *
 * @param name the attribute
 * @param before its value in the row; of a collection the elements, null if they are not known
 * @param after its value in the entity
 */
public record AttributeChange(
        String name, @Nullable Object before, @Nullable Object after) {

    @Override
    public String toString() {
        return name;
    }

    /** With the values: {@code name: Ann -> Anna}. Not for logs if values may be secret. */
    public String describe() {
        return name + ": " + before + " -> " + after;
    }
}
