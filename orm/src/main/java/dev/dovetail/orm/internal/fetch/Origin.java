package dev.dovetail.orm.internal.fetch;

import org.jspecify.annotations.Nullable;

/** What loaded entities, for messages. Put together only when one is written. */
public final class Origin {

    private final String call;
    private final @Nullable Class<?> entity;

    private Origin(String call, @Nullable Class<?> entity) {
        this.call = call;
        this.entity = entity;
    }

    /** A call with its arguments, such as {@code Users.list(Limit)}. */
    public static Origin of(String call) {
        return new Origin(call, null);
    }

    /** A call on an entity class, such as {@code find(User)}. */
    public static Origin of(String call, Class<?> entity) {
        return new Origin(call, entity);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Origin origin && call.equals(origin.call) && entity == origin.entity;
    }

    @Override
    public int hashCode() {
        return call.hashCode() * 31 + System.identityHashCode(entity);
    }

    @Override
    public String toString() {
        return entity == null ? call : call + "(" + entity.getSimpleName() + ")";
    }
}
