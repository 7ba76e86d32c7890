package dev.dovetail.orm.internal.fetch;

import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.EntityEntryExtraState;
import org.jspecify.annotations.Nullable;

/** Keeps with an entity's entry what loaded it. */
final class EntityOrigin implements EntityEntryExtraState {

    private final Origin origin;
    private @Nullable EntityEntryExtraState next;

    EntityOrigin(Origin origin) {
        this.origin = origin;
    }

    static @Nullable Origin of(@Nullable EntityEntry entry) {
        EntityOrigin state = entry == null ? null : entry.getExtraState(EntityOrigin.class);
        return state == null ? null : state.origin;
    }

    @Override
    public void addExtraState(EntityEntryExtraState extraState) {
        if (next == null) {
            next = extraState;
        } else {
            next.addExtraState(extraState);
        }
    }

    @Override
    public <T extends EntityEntryExtraState> @Nullable T getExtraState(Class<T> type) {
        // Hibernate's own states look behind themselves only, so each looks at the next one first.
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        if (type.isInstance(next)) {
            return type.cast(next);
        }
        return next == null ? null : next.getExtraState(type);
    }
}
