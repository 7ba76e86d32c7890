package dev.dovetail.core.query;

import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DataType;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.tools.json.JSONValue;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a long list as they are stored, in one parameter: what the binding of their type would give to the driver
 * for each, as a JSON array for SQLite and as texts for PostgreSQL.
 *
 * @param binder sets one element
 */
record StoredElements(ParameterBinder binder) {

    /** SQLite would read their JSON as another number, or as text. */
    private static final Set<Class<?>> NOT_BY_JSON =
            Set.of(Double.class, Float.class, byte[].class, JSON.class, JSONB.class);

    private static final Map<Class<?>, String> POSTGRESQL_TYPES = Map.of(
            String.class,
            "text",
            BigDecimal.class,
            "numeric",
            LocalDate.class,
            "date",
            LocalTime.class,
            "time",
            LocalDateTime.class,
            "timestamp",
            OffsetDateTime.class,
            "timestamptz",
            Double.class,
            "float8",
            Float.class,
            "float4");

    static boolean isByJson(DataType<?> element) {
        return !NOT_BY_JSON.contains(element.getFromType());
    }

    /** The type to which PostgreSQL casts texts of these, or null if there is none. */
    static @Nullable String postgresqlType(DataType<?> element) {
        return POSTGRESQL_TYPES.get(element.getFromType());
    }

    String json(ListValue list) {
        return list.stream().map(this::json).collect(Collectors.joining(",", "[", "]"));
    }

    String[] texts(ListValue list) {
        return list.stream().map(element -> stored(element).toString()).toArray(String[]::new);
    }

    /** A decimal goes to SQLite's driver as its text. */
    private String json(Object element) {
        Object stored = stored(element);
        if (stored instanceof Boolean truth) {
            return truth ? "1" : "0";
        }
        boolean number = stored instanceof Number && !(stored instanceof BigDecimal);
        return number ? stored.toString() : JSONValue.toJSONString(stored.toString());
    }

    private Object stored(Object element) {
        @Nullable Object[] given = new @Nullable Object[1];
        PreparedStatement capturing = (PreparedStatement) Proxy.newProxyInstance(
                PreparedStatement.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                (proxy, method, arguments) -> {
                    if (!method.getName().startsWith("set") || arguments == null || arguments.length < 2) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    given[0] = arguments[1];
                    return null;
                });
        try {
            binder.bind(capturing, 1, element);
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
        Object stored = given[0];
        if (stored == null) {
            throw new IllegalStateException("Nothing was set for an element of " + element.getClass());
        }
        return stored;
    }
}
