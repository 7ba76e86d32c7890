package dev.dovetail.core.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the text of a page's select depends on.
 *
 * @param nulls for each column of the order whether the cursor has no value there
 */
record PageShape(Kind kind, List<Boolean> nulls) {

    static final PageShape COUNT = new PageShape(Kind.COUNT, List.of());
    static final PageShape OFFSET = new PageShape(Kind.OFFSET, List.of());

    static PageShape behind(boolean backward, List<? extends @Nullable Object> cursor) {
        return new PageShape(
                backward ? Kind.BACKWARD : Kind.FORWARD,
                cursor.stream().map(value -> value == null).toList());
    }

    boolean backward() {
        return kind == Kind.BACKWARD;
    }

    boolean isNull(int key) {
        return nulls.get(key);
    }

    enum Kind {
        COUNT,
        OFFSET,
        FORWARD,
        BACKWARD
    }
}
