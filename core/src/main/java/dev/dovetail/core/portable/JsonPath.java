package dev.dovetail.core.portable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.CustomField;
import org.jooq.impl.SQLDataType;

/**
 * A place in a JSON document, read with the same result on every engine: {@code
 * JsonPath.of(PRODUCT.ATTRIBUTES).key("sizes").index(0).asText()}. Keys are texts, never syntax; whatever is in them, they
 * are bound or escaped.
 *
 * <p>A place that is not there, or holds something of another kind than asked for, reads as null. JSON's own null reads as
 * null, too; {@link #isJsonNull} and {@link #exists} tell them apart.
 *
 * <p>The column is {@code json} or {@code jsonb} on PostgreSQL, {@code json} on H2 and MariaDB, and text or {@code json} on
 * SQLite. Immutable and thread-safe.
 */
public final class JsonPath {

    private static final int MAX_STEPS = 100;

    private final Field<?> document;
    private final List<JsonStep> steps;

    private JsonPath(Field<?> document, List<JsonStep> steps) {
        this.document = document;
        this.steps = steps;
    }

    /** The whole document. */
    public static JsonPath of(Field<?> document) {
        return new JsonPath(Objects.requireNonNull(document, "document"), List.of());
    }

    /**
     * The value of a key, if this is an object. MariaDB compares keys as they are spelled in the document, so there letters
     * must stand for themselves in it, not as escapes.
     */
    public JsonPath key(String key) {
        return then(new JsonStep.Key(Objects.requireNonNull(key, "key")));
    }

    /**
     * An element, if this is an array.
     *
     * @param index the first is 0
     * @throws IllegalArgumentException if it is negative
     */
    public JsonPath index(int index) {
        return then(new JsonStep.Index(index));
    }

    /** The text, if it is a string; that of a number is not given. */
    public Field<String> asText() {
        return field(SQLDataType.VARCHAR, JsonReading::text);
    }

    /** The number, if it is a whole one of 64 bits. */
    public Field<Long> asLong() {
        return field(SQLDataType.BIGINT, JsonReading::whole);
    }

    /** The number, if it is one; of a longer one than a double holds, the nearest double. */
    public Field<Double> asDouble() {
        return field(SQLDataType.DOUBLE, JsonReading::number);
    }

    /** The truth, if it is true or false. */
    public Field<Boolean> asBoolean() {
        return field(SQLDataType.BOOLEAN, JsonReading::truth);
    }

    /** What stands there: {@code object}, {@code array}, {@code string}, {@code number}, {@code boolean} or {@code null}. */
    public Field<String> kind() {
        return field(SQLDataType.VARCHAR, JsonReading::kind);
    }

    /** Whether something stands there, JSON's null included. */
    public Condition exists() {
        return kind().isNotNull();
    }

    /** Whether JSON's null stands there; false if nothing does. */
    public Condition isJsonNull() {
        return kind().eq("null").and(exists());
    }

    private JsonPath then(JsonStep step) {
        if (steps.size() == MAX_STEPS) {
            throw new IllegalArgumentException("A JSON path has at most " + MAX_STEPS + " steps");
        }
        List<JsonStep> longer = new ArrayList<>(steps);
        longer.add(step);
        return new JsonPath(document, List.copyOf(longer));
    }

    private <T> Field<T> field(DataType<T> type, Function<JsonReading, Template> read) {
        return CustomField.of(
                "json_path",
                type,
                context -> read.apply(reading(context.family())).render(context));
    }

    private JsonReading reading(SQLDialect family) {
        return switch (family) {
            case SQLITE -> new SqliteJson(document, steps);
            case POSTGRES, DEFAULT -> new PostgresqlJson(document, steps);
            case H2 -> new H2Json(document, steps);
            case MARIADB, MYSQL -> new MariaDbJson(document, steps);
            default -> throw TextMatch.unknown(family.getName(), "JsonPath");
        };
    }
}
