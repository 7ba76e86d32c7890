package dev.dovetail.repository.internal.mapping;

import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
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
    private final String counter;
    private final long first;

    private IdGeneration(Source source, Class<?> type, String counter, long first) {
        this.source = source;
        this.type = type;
        this.counter = counter;
        this.first = first;
    }

    static IdGeneration assigned(Class<?> type) {
        return new IdGeneration(Source.ASSIGNED, type, "", 0);
    }

    /**
     * For a number, a UUID, or a string that holds one; null for another type.
     *
     * @param counter the name of what counts, which several entities may share
     * @param first the first number
     */
    static @Nullable IdGeneration generated(Class<?> type, String counter, long first) {
        if (Numbers.isInteger(type)) {
            return new IdGeneration(Source.COUNTER, type, counter, first);
        }
        return type == UUID.class || type == String.class ? new IdGeneration(Source.UUID, type, counter, first) : null;
    }

    /** Whether ids are made here, or else set by the application. */
    public boolean isGenerated() {
        return source != Source.ASSIGNED;
    }

    /** Whether they are numbers that are counted. */
    public boolean isCounted() {
        return source == Source.COUNTER;
    }

    /**
     * A fresh id.
     *
     * @param numbers gives the numbers under a name: 1, 2, 3 and so on
     * @param uuids makes those that are UUIDs
     */
    public Object next(ToLongFunction<String> numbers, Supplier<UUID> uuids) {
        return switch (source) {
            case ASSIGNED -> throw new IllegalStateException("Ids of type " + type.getName() + " are assigned");
            case COUNTER -> Numbers.of(first - 1 + numbers.applyAsLong(counter), type);
            case UUID -> type == UUID.class ? uuids.get() : uuids.get().toString();
        };
    }

    /** Whether an id means that the entity has none yet. */
    public boolean isUnset(@Nullable Object id) {
        return id == null || (type.isPrimitive() && id instanceof Number number && number.longValue() == 0);
    }
}
