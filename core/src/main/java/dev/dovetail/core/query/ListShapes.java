package dev.dovetail.core.query;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/**
 * How the lists of a query are written while it is rendered on this thread: as a number of placeholders, or as one of
 * these constants.
 */
final class ListShapes {

    /** One placeholder for a SQL array. */
    static final int ARRAY = -1;

    /** One placeholder for a JSON array. */
    static final int JSON = -2;

    /** Behind the name of a list; a control character, which no user writes into a name. */
    private static final char PART = '\u001f';

    /** One placeholder for an array of texts, which PostgreSQL casts. */
    static final int TEXTS = -3;

    /** From here downwards several arrays: this is none, one less is one, and so on. */
    private static final int ARRAYS = -10;

    /** Up to here SQLite gets placeholders; it takes 32,766 in one statement. */
    private static final int SQLITE_PLACEHOLDERS = 16_384;

    private static final int SQLITE_LIMIT = 32_000;
    private static final int POSTGRESQL_PLACEHOLDERS = 1 << 15;

    /** H2 has no longer arrays, and not many more placeholders. */
    static final int H2_ARRAY = 1 << 16;

    private static final int OTHER_LIMIT = 1 << 20;

    private static final ThreadLocal<@Nullable ListShapes> RENDERING = new ThreadLocal<>();

    private final Map<String, Integer> shapes;
    private final Map<String, DataType<?>> elements = new HashMap<>();

    /** With the shapes of the lists that have one other than the default. */
    ListShapes(Map<String, Integer> shapes) {
        this.shapes = shapes;
    }

    /** Renders with these. */
    <V> V during(Supplier<V> rendering) {
        RENDERING.set(this);
        try {
            return rendering.get();
        } finally {
            RENDERING.remove();
        }
    }

    /** Does what makes jOOQ render a query for its own purposes. */
    static <V> V any(Supplier<V> work) {
        return new ListShapes(Map.of()).during(work);
    }

    static ListShapes current(String name) {
        ListShapes current = RENDERING.get();
        if (current == null) {
            throw QueryErrors.listOutside(name);
        }
        return current;
    }

    /** The types of the elements of the lists that were rendered, by name. */
    Map<String, DataType<?>> elements() {
        return elements;
    }

    int of(String name, Field<?> field, SQLDialect family) {
        DataType<?> known = elements.putIfAbsent(name, field.getDataType());
        if (known != null && known.getType() != field.getType()) {
            throw QueryErrors.twoTypes(
                    new Parameter(name, known.getType(), true, null), new Parameter(name, field.getType(), true, null));
        }
        Integer shape = shapes.get(name);
        return shape != null ? shape : initial(field.getDataType(), family);
    }

    /** The shape of the first rendering. */
    static int initial(DataType<?> element, SQLDialect family) {
        return takesArray(element, family) ? ARRAY : 1;
    }

    /**
     * The shape for a number of elements.
     *
     * @throws QueryException if there are too many for this engine
     */
    static int of(String name, DataType<?> element, SQLDialect family, int size) {
        if (takesArray(element, family)) {
            return family == SQLDialect.H2 && size > H2_ARRAY ? ARRAYS - (size + H2_ARRAY - 1) / H2_ARRAY : ARRAY;
        }
        boolean sqlite = family == SQLDialect.SQLITE;
        if (sqlite && size > SQLITE_PLACEHOLDERS && StoredElements.isByJson(element)) {
            return JSON;
        }
        if (family == SQLDialect.POSTGRES
                && size > POSTGRESQL_PLACEHOLDERS
                && StoredElements.postgresqlType(element) != null) {
            return TEXTS;
        }
        int limit = switch (family) {
            case SQLITE -> SQLITE_LIMIT;
            case POSTGRES -> POSTGRESQL_PLACEHOLDERS;
            case H2 -> H2_ARRAY;
            default -> OTHER_LIMIT;
        };
        if (size > limit) {
            throw QueryErrors.listTooLong(name, size, limit, element.getType());
        }
        int padded = size <= 1 ? size : Integer.highestOneBit(size - 1) << 1;
        return Math.min(padded, limit);
    }

    /** The name of the placeholder of an element, or of a whole list. */
    static String named(String name, int indexOrShape) {
        return name + PART + indexOrShape;
    }

    /** How many arrays a shape of several is; 0 if it is another one. */
    static int arrays(int shape) {
        return Math.max(0, ARRAYS - shape);
    }

    /** Stands for the placeholder of one of several arrays, the first being 0. */
    static int ofNumber(int array) {
        return ARRAYS - array;
    }

    /** The opposite; negative if it is no placeholder of several arrays. */
    static int number(int part) {
        return ARRAYS - part;
    }

    /** The list of a placeholder, or null if it is of none. */
    static @Nullable String list(@Nullable String placeholder) {
        int part = placeholder == null ? -1 : placeholder.lastIndexOf(PART);
        return placeholder == null || part < 0 ? null : placeholder.substring(0, part);
    }

    /** Arrays of types with a binding of their own could be bound in another way than their elements. */
    private static boolean takesArray(DataType<?> element, SQLDialect family) {
        return (family == SQLDialect.POSTGRES || family == SQLDialect.H2)
                && element.getBinding().getClass().getName().startsWith("org.jooq.impl.");
    }
}
