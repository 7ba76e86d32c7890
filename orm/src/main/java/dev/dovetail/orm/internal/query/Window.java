package dev.dovetail.orm.internal.query;

import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the results is wanted.
 *
 * @param offset how many are skipped
 * @param limit how many there are at most, or null for all
 */
record Window(int offset, @Nullable Integer limit) {

    static final Window ALL = new Window(0, null);

    Window {
        if (offset < 0) {
            throw new IllegalArgumentException("An offset must not be negative, got " + offset);
        }
        if (limit != null && limit < 1) {
            throw new IllegalArgumentException("A limit must be positive, got " + limit);
        }
    }

    Window limitedTo(int most) {
        return new Window(offset, most);
    }

    Window from(int skipped) {
        return new Window(skipped, limit);
    }

    /** At most this many of it. */
    Window first(int most) {
        return new Window(offset, limit == null ? most : Math.min(limit, most));
    }

    boolean isAll() {
        return offset == 0 && limit == null;
    }

    void apply(SelectionQuery<?> query) {
        if (offset > 0) {
            query.setFirstResult(offset);
        }
        if (limit != null) {
            query.setMaxResults(limit);
        }
    }
}
