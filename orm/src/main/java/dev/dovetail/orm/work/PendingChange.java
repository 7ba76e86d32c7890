package dev.dovetail.orm.work;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An entity that a flush would write. Its text names attributes without their values: {@code update User 7 (name)}.
 *
 * @param kind what the flush would do
 * @param entity the class of the entity
 * @param id its id, null if the insert will give it one
 * @param attributes what differs from the row; empty unless it is an update
 */
public record PendingChange(
        Kind kind, Class<?> entity, @Nullable Object id, List<AttributeChange> attributes) {

    /** Keeps a copy of the attributes. */
    public PendingChange {
        attributes = List.copyOf(attributes);
    }

    @Override
    public String toString() {
        return text(attributes.stream().map(AttributeChange::toString).toList());
    }

    /** With the values: {@code update User 7 (name: Ann -> Anna)}. Not for logs if values may be secret. */
    public String describe() {
        return text(attributes.stream().map(AttributeChange::describe).toList());
    }

    private String text(List<String> changes) {
        return kind.name().toLowerCase(Locale.ROOT) + " " + entity.getSimpleName() + (id == null ? "" : " " + id)
                + (changes.isEmpty() ? "" : changes.stream().collect(Collectors.joining(", ", " (", ")")));
    }

    /** What a flush would do with an entity. */
    public enum Kind {
        /** It is new. */
        INSERT,
        /** Some of its attributes changed. */
        UPDATE,
        /** It was deleted, or is an orphan. */
        DELETE
    }
}
