package dev.dovetail.repository.internal.mapping;

import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Where the ids of new entities come from. */
public final class IdGeneration {

    private enum Source {
        ASSIGNED,
        COUNTER,
        UUID
    }

    private final Source source;
    private final Class<?> type;

    private IdGeneration(Source source, Class<?> type) {
        this.source = source;
        this.type = type;
    }

    static IdGeneration assigned(Class<?> type) {
        return new IdGeneration(Source.ASSIGNED, type);
    }

    /** For a number, a UUID, or a string that holds one; null for another type. */
    static @Nullable IdGeneration generated(Class<?> type) {
        if (Numbers.isInteger(type)) {
            return new IdGeneration(Source.COUNTER, type);
        }
        return type == UUID.class || type == String.class ? new IdGeneration(Source.UUID, type) : null;
    }

    /** Whether ids are made here, or else set by the application. */
    public boolean isGenerated() {
        return source != Source.ASSIGNED;
    }

    /**
     * A fresh id.
     *
     * @param numbers gives a number that was not given before
     */
    public Object next(LongSupplier numbers) {
        return switch (source) {
            case ASSIGNED -> throw new IllegalStateException("Ids of type " + type.getName() + " are assigned");
            case COUNTER -> Numbers.of(numbers.getAsLong(), type);
            case UUID ->
                type == UUID.class ? UUID.randomUUID() : UUID.randomUUID().toString();
        };
    }

    /** Whether an id means that the entity has none yet. */
    public boolean isUnset(@Nullable Object id) {
        return id == null || (type.isPrimitive() && id instanceof Number number && number.longValue() == 0);
    }
}
